package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.pipeline.corpus.CorpusPipeline.Produced;
import dev.darkroom.testkit.Corpus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A contact sheet for visual inspection, with {@code -Ddarkroom.corpus.out=DIR}. It shows renditions of pictures that are easy to render
 * wrongly, each beside libvips' rendering of the upload. One file {@code sheet.png} has all of them, our rendition on the left.
 */
final class ContactSheet {
    private static final Set<String> CHOSEN = Set.of(
            "orientation/recurser__Landscape_1.jpg",
            "orientation/recurser__Landscape_2.jpg",
            "orientation/recurser__Landscape_3.jpg",
            "orientation/recurser__Landscape_4.jpg",
            "orientation/recurser__Portrait_5.jpg",
            "orientation/recurser__Portrait_6.jpg",
            "orientation/recurser__Portrait_7.jpg",
            "orientation/recurser__Portrait_8.jpg",
            "orientation/imgproxy__orientation-6.png",
            "orientation/pillow__hopper_orientation_7.webp",
            "photos/jpeg-test-images__012mp-bus.jpg",
            "photos/mei__Leica_T_Typ_701_.jpg",
            "photos/mei__Apple_iPhone_5.jpg",
            "photos/bimg__vertical.jpg",
            "photos/ultra_hdr_samples__Ultra_HDR_Samples_Originals_05.jpg",
            "photos/sharp__2569067123_aca715a2ee_o.jpg",
            "photos/govips__jpg-orientation-6.jpg",
            "color/bimg__test_icc_prophoto.jpg",
            "color/wide-gamut-tests__R2020-P3-color-bars.jpg",
            "color/wide-gamut-tests__rgb-to-gbr-test.jpg",
            "color/sharp__Channel_digital_image_CMYK_color.jpg",
            "color/sharp__Channel_digital_image_CMYK_color_no_profile.jpg",
            "color/libvips__sample-xyb.jpg",
            "color/thumbor__gray.jpg",
            "color/wuffs__peacock.s-weird.jpeg",
            "png/govips__png-alpha-64bit.png",
            "png/sharp__16-bit-grey-alpha.png",
            "png/pillow__mode_palette_alpha.png",
            "png/pngsuite__basi6a16.png",
            "png/pngsuite__tbbn3p08.png",
            "png/wuffs__hibiscus.primitive.png",
            "gif/sharp__animated-loop-3.gif",
            "gif/image__issue_1455_undersized.gif",
            "gif/glide__partial_gif_decode.gif",
            "webp/libwebp__lossy_alpha1.webp",
            "webp/sharp__animated-loop-3.webp",
            "webp/twelvemonkeys__photo-iccp-adobergb.webp",
            "webp/libwebp__vp80-05-sharpness-1443.webp");
    private static final int SIDE = 400;

    private final Optional<Path> out;
    private final List<String> tiles = new ArrayList<>();

    private ContactSheet(Optional<Path> out) {
        this.out = out;
    }

    static ContactSheet asked() throws IOException {
        String folder = System.getProperty("darkroom.corpus.out");
        if (folder == null) {
            return new ContactSheet(Optional.empty());
        }
        return new ContactSheet(
                Optional.of(Files.createDirectories(Path.of(folder).toAbsolutePath())));
    }

    void add(Corpus corpus, Produced produced) throws IOException {
        if (out.isEmpty()
                || !CHOSEN.contains(produced.file().path())
                || !(produced.outcome() instanceof Outcome.Completed completed)) {
            return;
        }
        String name = produced.file().path().replace('/', '-');
        Rendition shown = completed.renditions().stream()
                .filter(rendition -> rendition.name().equals("400"))
                .findFirst()
                .orElseGet(() -> smallest(completed));
        Path ours = out.get().resolve(name + "." + shown.format().extension());
        try (OutputStream stream = Files.newOutputStream(ours)) {
            shown.bytes().writeTo(stream);
        }
        Path theirs = out.get().resolve(name + ".vips.png");
        VipsRenderer.thumbnail(corpus.locate(produced.file()), ProfileUse.intent(completed), SIDE, theirs);
        tiles.add(ours.toString());
        tiles.add(theirs.toString());
    }

    /** The smallest rendition. For a picture that is small enough to be shown unchanged, it is the copy in its own format. */
    private static Rendition smallest(Outcome.Completed completed) {
        return completed.renditions().stream()
                .filter(rendition -> rendition.name().equals("source-400"))
                .findFirst()
                .orElseThrow();
    }

    void finish() {
        if (out.isPresent() && !tiles.isEmpty()) {
            Path sheet = out.get().resolve("sheet.png");
            VipsRenderer.montage(tiles, sheet);
            System.out.println("CorpusTest: " + tiles.size() / 2 + " pictures on " + sheet);
        }
    }
}
