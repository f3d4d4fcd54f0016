package dev.darkroom.codecs.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Tests every place of a GIF that can hold bytes without effect on the display (GIF89a, sections 18 to 26 and appendix F). */
class GifSurplusTest {
    private static final int CLEAR = 4;
    private static final int END = 5;
    /** Black, and the colour of the pixels. */
    private static final byte[] COLORS = {0, 0, 0, 1, 2, 3, 0, 0, 0, 0, 0, 0};

    /** Four pixels of colour 1: code 1, code 6 for the string 1 1, and code 1. */
    private static final byte[] DATA = codes(3, CLEAR, 1, 6, 1, END);

    private static final byte[] CLEAN = gif(COLORS, image(0x00, new byte[0], blocks(DATA)));

    @Test
    void thePictureStaysAsItIs() throws ImageException {
        assertThat(EncodedPictures.rewritten(Format.GIF, CLEAN)).isEqualTo(CLEAN);
    }

    @Test
    void bytesBehindTheEndOfTheCodes() throws ImageException {
        byte[] more = FixtureBytes.of(DATA, SurplusBytesCheck.BYTES).toArray();
        SurplusBytesCheck.isDropped(Format.GIF, CLEAN, gif(COLORS, image(0, new byte[0], blocks(more))));
        SurplusBytesCheck.isDropped(
                Format.GIF, CLEAN, gif(COLORS, image(0, new byte[0], blocks(DATA, SurplusBytesCheck.BYTES))));
    }

    @Test
    void codesBehindTheLastPixel() throws ImageException {
        byte[] more = codes(3, CLEAR, 1, 6, 1, 2, 3, CLEAR, 2, 3, 0, END);
        SurplusBytesCheck.isDropped(Format.GIF, CLEAN, gif(COLORS, image(0, new byte[0], blocks(more))));
        byte[] cleared = codes(3, CLEAR, 1, 6, 1, CLEAR, CLEAR, END);
        SurplusBytesCheck.isDropped(Format.GIF, CLEAN, gif(COLORS, image(0, new byte[0], blocks(cleared))));
        byte[] withoutEnd = codes(3, CLEAR, 1, 6, 1);
        SurplusBytesCheck.isDropped(Format.GIF, CLEAN, gif(COLORS, image(0, new byte[0], blocks(withoutEnd))));
    }

    @Test
    void bitsBehindTheEndOfTheCodes() throws ImageException {
        byte[] bits = DATA.clone();
        bits[bits.length - 1] |= (byte) 0x80;
        SurplusBytesCheck.isDropped(Format.GIF, CLEAN, gif(COLORS, image(0, new byte[0], blocks(bits))));
    }

    @Test
    void lengthsOfSubBlocks() throws ImageException {
        byte[] parts = blocks(Arrays.copyOf(DATA, 1), Arrays.copyOfRange(DATA, 1, DATA.length));
        SurplusBytesCheck.isDropped(Format.GIF, CLEAN, gif(COLORS, image(0, new byte[0], parts)));
    }

    @Test
    void coloursThatNoPixelHas() throws ImageException {
        byte[] hiding = FixtureBytes.of(FixtureBytes.ascii("CAN"), new byte[] {1, 2, 3}, FixtureBytes.ascii("CANARY"))
                .toArray();
        // Colour 0 is the background colour.
        hiding[0] = 0;
        hiding[1] = 0;
        hiding[2] = 0;
        SurplusBytesCheck.isDropped(Format.GIF, CLEAN, gif(hiding, image(0, new byte[0], blocks(DATA))));
        byte[] local = gif(COLORS, image(0x81, COLORS, blocks(DATA)));
        hiding[0] = 'C';
        SurplusBytesCheck.isDropped(Format.GIF, local, gif(COLORS, image(0x81, hiding, blocks(DATA))));
        byte[] black = new byte[12];
        byte[] unused = gif(black, image(0x81, COLORS, blocks(DATA)));
        hiding[0] = 0;
        SurplusBytesCheck.isDropped(Format.GIF, unused, gif(hiding, image(0x81, COLORS, blocks(DATA))));
    }

    @Test
    void reservedBits() throws ImageException {
        SurplusBytesCheck.isDropped(Format.GIF, CLEAN, gif(COLORS, image(0x18, new byte[0], blocks(DATA))));
        byte[] control = FixtureBytes.extension(0xF9, new byte[] {4, 10, 0, 0});
        byte[] reserved = FixtureBytes.extension(0xF9, new byte[] {(byte) 0xE4, 10, 0, 'C'});
        byte[] image = image(0, new byte[0], blocks(DATA));
        SurplusBytesCheck.isDropped(
                Format.GIF,
                gif(COLORS, FixtureBytes.of(control, image).toArray()),
                gif(COLORS, FixtureBytes.of(reserved, image).toArray()));
    }

    @Test
    void ofSeveralLoopCountsTheLastIsKept() throws ImageException {
        byte[] image = image(0, new byte[0], blocks(DATA));
        byte[] clean = gif(COLORS, FixtureBytes.of(loop('A', 'R'), image).toArray());
        byte[] hiding = gif(
                COLORS,
                FixtureBytes.of(loop('C', 'A'), loop('N', 'A'), image, loop('A', 'R'))
                        .toArray());
        SurplusBytesCheck.isDropped(Format.GIF, clean, hiding);
    }

    @Test
    void ofALaterFrameWithDamagedDataThePixelsBeforeAreKept() throws ImageException {
        byte[] damaged = codes(3, CLEAR, 1, 7);
        byte[] first = image(0, new byte[0], blocks(DATA));
        byte[] second = image(0, new byte[0], blocks(damaged, SurplusBytesCheck.BYTES));
        byte[] copy = EncodedPictures.rewritten(
                Format.GIF, gif(COLORS, FixtureBytes.of(first, second).toArray()));
        assertThat(new String(copy, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("CANARY");
        assertThat(EncodedPictures.rewritten(Format.GIF, copy)).isEqualTo(copy);
    }

    /** Without an end code, the unused bits of the last byte can be read as another code. */
    @Test
    void theDataOfALaterFrameThatEndsEarlyGetsAnEndCode() throws ImageException {
        byte[] early = codes(3, CLEAR, 1);
        byte[] first = image(0, new byte[0], blocks(DATA));
        byte[] hiding = gif(
                COLORS,
                FixtureBytes.of(first, image(0, new byte[0], blocks(early))).toArray());
        byte[] clean = gif(
                COLORS,
                FixtureBytes.of(first, image(0, new byte[0], blocks(codes(3, CLEAR, 1, END))))
                        .toArray());
        assertThat(EncodedPictures.rewritten(Format.GIF, hiding)).isEqualTo(clean);
        assertThat(EncodedPictures.rewritten(Format.GIF, clean)).isEqualTo(clean);
    }

    @Test
    void anImageOfNoPixelsHasNoData() throws ImageException {
        byte[] empty = image(0, new byte[0], blocks(SurplusBytesCheck.BYTES));
        empty[5] = 0;
        byte[] image = image(0, new byte[0], blocks(DATA));
        byte[] copy = EncodedPictures.rewritten(
                Format.GIF, gif(COLORS, FixtureBytes.of(image, empty).toArray()));
        assertThat(new String(copy, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("CANARY");
        assertThat(EncodedPictures.rewritten(Format.GIF, copy)).isEqualTo(copy);
    }

    private static byte[] loop(int low, int high) {
        return FixtureBytes.extension(0xFF, FixtureBytes.ascii("NETSCAPE2.0"), new byte[] {1, (byte) low, (byte) high});
    }

    /** A GIF of 2 x 2 pixels with four colours. */
    private static byte[] gif(byte[] colors, byte[] blocks) {
        return new FixtureBytes()
                .text("GIF89a")
                .u8(2, 0, 2, 0, 0x91, 0, 0)
                .bytes(colors)
                .bytes(blocks)
                .u8(0x3B)
                .toArray();
    }

    private static byte[] image(int flags, byte[] colors, byte[] blocks) {
        return new FixtureBytes()
                .u8(0x2C, 0, 0, 0, 0, 2, 0, 2, 0, flags)
                .bytes(colors)
                .u8(2)
                .bytes(blocks)
                .toArray();
    }

    private static byte[] blocks(byte[]... blocks) {
        FixtureBytes raw = new FixtureBytes();
        for (byte[] block : blocks) {
            raw.u8(block.length).bytes(block);
        }
        return raw.u8(0).toArray();
    }

    /** Packs codes with the widths that a decoder with a minimum code size of 2 expects. */
    private static byte[] codes(int width, int... codes) {
        long bits = 0;
        int count = 0;
        int now = width;
        int known = 6;
        boolean first = true;
        for (int code : codes) {
            bits |= (long) code << count;
            count += now;
            if (code == CLEAR) {
                now = width;
                known = 6;
                first = true;
            } else if (code != END) {
                known += first ? 0 : 1;
                first = false;
                now = known == 1 << now ? now + 1 : now;
            }
        }
        byte[] bytes = new byte[(count + 7) / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (bits >> 8 * i);
        }
        return bytes;
    }
}
