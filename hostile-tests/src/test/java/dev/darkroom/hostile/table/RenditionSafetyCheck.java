package dev.darkroom.hostile.table;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Size;
import dev.darkroom.svg.ActiveContent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Checks renditions with independent code: the readers of Image I/O, both families of codecs, the SVG module's test for active content, and
 * a search for the end of each file.
 */
public final class RenditionSafetyCheck {
    private RenditionSafetyCheck() {}

    /**
     * @param absent texts that no file may contain
     * @param absentButInPixels texts that may occur only in coded pixels
     */
    static Optional<String> complaint(
            byte[] upload, Outcome.Completed completed, List<String> absent, List<String> absentButInPixels) {
        if (completed.renditions().isEmpty()) {
            return Optional.of("there are no renditions");
        }
        for (Rendition rendition : completed.renditions()) {
            byte[] file = rendition.bytes().toArray();
            Optional<String> wrong = complaint(upload, rendition, file)
                    .or(() -> mark(file, absent))
                    .or(() -> mark(PictureParts.withoutPixels(rendition.format(), file), absentButInPixels));
            if (wrong.isPresent()) {
                return wrong.map(words -> "the rendition " + rendition.name() + " " + words);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> complaint(byte[] upload, Rendition rendition, byte[] file) {
        if (rendition.format() == Format.SVG) {
            return ActiveContent.in(file).stream().findFirst();
        }
        int end = FileEnd.of(rendition.format(), file);
        if (end != file.length) {
            return Optional.of("ends at byte " + end + ", and has " + file.length);
        }
        Optional<String> seen = unlike(rendition, file);
        if (!rendition.name().equals(HostileCaseService.REWRITTEN)) {
            return seen;
        }
        // the JDK's readers do not support every type of PNG, nor a GIF frame without pixels; then they cannot
        // read the upload either
        return seen.filter(words -> unlike(rendition, upload).isEmpty())
                .or(() -> SamePicture.complaint(Bytes.wrap(upload), rendition.bytes()));
    }

    /** The difference between the picture that Image I/O reads and the planned one. */
    private static Optional<String> unlike(Rendition rendition, byte[] file) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
            if (picture == null) {
                return Optional.of("is read by nobody");
            }
            // the JDK's GIF reader returns only the first frame, which may be smaller than the canvas
            Size size = new Size(picture.getWidth(), picture.getHeight());
            return rendition.format() == Format.GIF || size.equals(rendition.size())
                    ? Optional.empty()
                    : Optional.of("is " + size + ", not " + rendition.size());
        } catch (IOException | RuntimeException e) {
            return Optional.of("cannot be read: " + e);
        }
    }

    private static Optional<String> mark(byte[] file, List<String> marks) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return marks.stream().filter(text::contains).findFirst().map(found -> "has \"" + found + "\" in it");
    }
}
