package dev.darkroom.hostile.metadata;

import dev.darkroom.hostile.metadata.scan.EndianWriter;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Hides data in a GIF89a: in comments, application extensions and plain text, before and after its image, and after its end. */
final class GifHiddenData {
    private final Canaries needles;
    private final Random random;
    private boolean owned;

    private GifHiddenData(Canaries needles, Random random) {
        this.needles = needles;
        this.random = random;
    }

    /**
     * @param clean a clean file; extensions start after its global colour table
     */
    static byte[] hide(byte[] clean, Canaries needles, Random random) {
        return new GifHiddenData(needles, random).hide(clean);
    }

    private byte[] hide(byte[] clean) {
        int flags = clean[10] & 0xFF;
        int blocks = 13 + ((flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1);
        EndianWriter out = EndianWriter.little().text("GIF89a").bytes(clean, 6, blocks);
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            plant(out);
        }
        out.bytes(clean, blocks, clean.length - 1);
        if (random.nextInt(3) == 0) {
            plant(out);
            out.bytes(clean, blocks, clean.length - 1);
        }
        if (random.nextBoolean()) {
            plant(out);
        }
        out.u8(0x3B);
        if (random.nextInt(3) == 0) {
            out.bytes(CommonHiddenData.video(needles));
        }
        return out.toArray();
    }

    private void plant(EndianWriter out) {
        switch (random.nextInt(7)) {
            case 0, 1 -> subBlocks(out.u8(0x21, 0xFE), needles.hidden("GIF comment"));
            case 2 -> xmp(out);
            case 3 -> subBlocks(out.u8(0x21, 0xFF, 11).text("EXIFSTUFF01"), needles.hidden("application extension"));
            case 4 ->
                subBlocks(
                        out.u8(0x21, 0xFF, 11).text("ICCRGBG1012"),
                        new String(CommonHiddenData.profile(needles), StandardCharsets.ISO_8859_1));
            case 5 ->
                subBlocks(
                        out.u8(0x21, 0xFF, 11).text("NETSCAPE2.0").u8(3, 1, 0, 0),
                        needles.hidden("tail of a loop count"));
            default -> subBlocks(out.u8(0x21, 0x01, 12).bytes(new byte[12]), needles.hidden("plain text"));
        }
    }

    /** Writes the unchanged packet, then the trailer that ends it for readers of sub-blocks (XMP part 3, 1.1.2). */
    private void xmp(EndianWriter out) {
        out.u8(0x21, 0xFF, 11)
                .text("XMP DataXMP")
                .bytes(CommonHiddenData.xmp(needles, !owned))
                .u8(1);
        owned = true;
        for (int value = 255; value >= 0; value--) {
            out.u8(value);
        }
        out.u8(0);
    }

    private static void subBlocks(EndianWriter out, String data) {
        for (int start = 0; start < data.length(); start += 255) {
            String part = data.substring(start, Math.min(data.length(), start + 255));
            out.u8(part.length()).text(part);
        }
        out.u8(0);
    }
}
