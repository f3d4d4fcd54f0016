package dev.darkroom.core.header.gif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.ByteArrayBuilder;
import dev.darkroom.core.header.HeaderReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GifHeaderTest {
    @Test
    void everythingThatBlocksSayIsRead() throws Exception {
        assertThat(read(Gifs.rich()))
                .isEqualTo(new ImageInfo(
                        Format.GIF,
                        new Size(10, 8),
                        Orientation.NORMAL,
                        2,
                        true,
                        ColorModel.PALETTE,
                        ColorEncoding.SRGB,
                        2,
                        true,
                        false));
    }

    @Test
    void onlyAControlWithAnImageAfterItMakesThatTransparent() throws Exception {
        assertThat(read(Gifs.file(Gifs.screen(4, 4), Gifs.control(true), Gifs.image(0, 0, 4, 4)))
                        .alpha())
                .isTrue();
        assertThat(read(Gifs.file(Gifs.screen(4, 4), Gifs.image(0, 0, 4, 4), Gifs.control(true)))
                        .alpha())
                .isFalse();
        assertThat(read(Gifs.file(Gifs.screen(4, 4), Gifs.control(true), Gifs.control(false), Gifs.image(0, 0, 4, 4)))
                        .alpha())
                .isFalse();
    }

    @Test
    void blocksAreToldApartAndCoverTheFile() throws Exception {
        Bytes file = Gifs.rich();
        GifBlocks walk = new GifBlocks(file);
        List<GifBlock.Kind> kinds = new ArrayList<>();
        int at = walk.screen().end();
        GifBlock block;
        while ((block = walk.next()) != null) {
            kinds.add(block.kind());
            assertThat(block.start()).isEqualTo(at);
            at = block.end();
            assertThat(block.isApplication(file, "NETSCAPE2.0")).isEqualTo(kinds.size() == 1);
        }
        assertThat(at).isEqualTo(file.length());
        assertThat(walk.hasTrailer()).isTrue();
        assertThat(kinds)
                .containsExactly(
                        GifBlock.Kind.APPLICATION,
                        GifBlock.Kind.COMMENT,
                        GifBlock.Kind.GRAPHIC_CONTROL,
                        GifBlock.Kind.IMAGE,
                        GifBlock.Kind.GRAPHIC_CONTROL,
                        GifBlock.Kind.IMAGE,
                        GifBlock.Kind.TRAILER);
    }

    @Test
    void canvasGrowsForTheFirstImageAlone() throws Exception {
        Bytes file = Gifs.file(Gifs.screen(4, 4), Gifs.image(2, 0, 6, 1), Gifs.image(0, 0, 50, 50));
        assertThat(read(file).stored()).isEqualTo(new Size(8, 4));
        assertThat(read(Gifs.file(Gifs.screen(0, 0), Gifs.image(0, 0, 3, 5))).stored())
                .isEqualTo(new Size(3, 5));
    }

    @Test
    void pictureWithoutPixelsOrFramesIsMalformed() {
        assertMalformed(Gifs.file(Gifs.screen(4, 4), Gifs.comment("empty")), "no frames");
        assertMalformed(Gifs.file(Gifs.screen(0, 0), Gifs.image(0, 0, 0, 0)), "0 x 0");
        assertMalformed(Gifs.file(Gifs.screen(4, 4), new ByteArrayBuilder().u8(0x55)), "unknown block, 55");
        assertMalformed(Bytes.copyOf("GIF88a".getBytes(StandardCharsets.US_ASCII)), "GIF89a");
    }

    @Test
    void missingTrailerAndPaddingAreNoErrors() throws Exception {
        Bytes file = Gifs.file(
                Gifs.screen(4, 4),
                new ByteArrayBuilder().zeros(3),
                Gifs.image(0, 0, 4, 4),
                new ByteArrayBuilder().zeros(2));
        assertThat(read(file).frames()).isEqualTo(1);
        assertThat(read(file.slice(0, file.length() - 1)).frames()).isEqualTo(1);
        assertThat(read(file.slice(0, file.length() - 1)).alpha()).isFalse();
    }

    @Test
    void cutTailAfterAWholeImageIsToleratedByTheHeaderAlone() throws Exception {
        Bytes file = Gifs.file(Gifs.screen(4, 4), Gifs.image(0, 0, 4, 4), Gifs.image(0, 0, 4, 4));
        Bytes cut = file.slice(0, file.length() - 3);
        assertThat(read(cut).frames()).isEqualTo(1);
        GifBlocks strict = new GifBlocks(cut);
        strict.next();
        assertThatThrownBy(strict::next).hasMessageContaining("cut off");
        GifBlocks tolerant = GifBlocks.toleratingBrokenTail(cut);
        tolerant.next();
        assertThat(tolerant.next()).isNull();
        assertThat(tolerant.next()).isNull();
        assertThat(tolerant.cutInsideImage()).isTrue();
        assertThat(tolerant.hasTrailer()).isFalse();
    }

    @Test
    void interlacedAndLocalColoursAreThoseOfTheFirstImage() throws Exception {
        ByteArrayBuilder first = Gifs.descriptor(0, 0, 4, 4, 0xC2).zeros(24).u8(2, 1, 1, 0);
        ImageInfo info = read(Gifs.file(Gifs.screen(4, 4), first, Gifs.image(0, 0, 1, 1)));
        assertThat(info.progressive()).isTrue();
        assertThat(info.bitDepth()).isEqualTo(3);
    }

    private static ImageInfo read(Bytes file) throws ImageException {
        return HeaderReader.read(Format.GIF, file);
    }

    private static void assertMalformed(Bytes file, String word) {
        assertThatThrownBy(() -> read(file))
                .hasMessageContaining(word)
                .extracting(e -> ((ImageException) e).failure())
                .isInstanceOf(Failure.Malformed.class);
    }
}
