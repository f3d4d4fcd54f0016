package dev.darkroom.hostile.metadata;

import dev.darkroom.hostile.metadata.scan.EndianWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** Hides data in a PNG: in text, EXIF, profiles, private and invalid chunks before and after the pixels, and after its end. */
final class PngHiddenData {
    private final Canaries needles;
    private final Random random;
    private boolean owned;

    private PngHiddenData(Canaries needles, Random random) {
        this.needles = needles;
        this.random = random;
    }

    static byte[] hide(byte[] clean, Canaries needles, Random random) {
        return new PngHiddenData(needles, random).hide(clean);
    }

    private byte[] hide(byte[] clean) {
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        for (int at = 33; at < clean.length; at = next(clean, at)) {
            // chunks may be anywhere except between IDAT chunks
            if (!isPixels(clean, at)) {
                (after.isEmpty() && !isEnd(clean, at) ? before : after).add(at);
            } else if (after.isEmpty()) {
                before.add(at);
                after.add(clean.length - 12);
            }
        }
        List<Integer> chosen = new ArrayList<>();
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            List<Integer> gaps = random.nextInt(4) == 0 ? after : before;
            chosen.add(gaps.get(random.nextInt(gaps.size())));
        }
        chosen.sort(null);
        EndianWriter out = EndianWriter.big();
        int copied = 0;
        for (int gap : chosen) {
            out.bytes(clean, copied, gap);
            copied = gap;
            plant(out);
        }
        out.bytes(clean, copied, clean.length);
        if (random.nextInt(3) == 0) {
            out.bytes(CommonHiddenData.video(needles));
        }
        return out.toArray();
    }

    private void plant(EndianWriter out) {
        boolean rights = !owned;
        switch (random.nextInt(11)) {
            case 0, 1 -> {
                owned = true;
                byte[] tiff = CameraTiff.make(needles, random, rights);
                chunk(out, "eXIf", random.nextInt(4) == 0 ? joined("Exif\0\0", tiff) : tiff);
            }
            case 2 -> chunk(out, "tEXt", text("Comment\0" + needles.hidden("PNG tEXt")));
            case 3 -> chunk(out, "zTXt", joined("Author\0\0", deflated(needles.hidden("PNG zTXt"))));
            case 4 -> chunk(out, "zTXt", joined("Raw profile type exif\0\0", deflated(rawProfile())));
            case 5 -> {
                owned = true;
                byte[] packet = CommonHiddenData.xmp(needles, rights);
                chunk(
                        out,
                        "iTXt",
                        random.nextBoolean()
                                ? joined("XML:com.adobe.xmp\0\0\0\0\0", packet)
                                : joined("XML:com.adobe.xmp\0\u0001\0\0\0", CommonHiddenData.deflated(packet)));
            }
            case 6 ->
                chunk(
                        out,
                        "tIME",
                        EndianWriter.big().u16(2026).u8(1, 31, 12, 34, 56).toArray());
            case 7 ->
                chunk(
                        out,
                        "iCCP",
                        joined(
                                needles.hidden("profile name") + "\0\0",
                                CommonHiddenData.deflated(CommonHiddenData.profile(needles))));
            case 8 -> chunk(out, random.nextBoolean() ? "prVt" : "dSIG", text(needles.hidden("private chunk")));
            case 9 -> brokenChunk(out, "tEXt", text("Comment\0" + needles.hidden("chunk of a wrong checksum")));
            default -> chunk(out, "sPLT", joined(needles.hidden("palette name") + "\0\u0008", new byte[6]));
        }
    }

    /** A raw profile as ImageMagick writes it: a name, a length and hexadecimal digits. */
    private String rawProfile() {
        byte[] tiff = joined("Exif\0\0", CameraTiff.make(needles, random, false));
        return "\nexif\n%8d\n%s\n".formatted(tiff.length, HexFormat.of().formatHex(tiff));
    }

    private static byte[] deflated(String text) {
        return CommonHiddenData.deflated(text(text));
    }

    private static byte[] joined(String head, byte[] data) {
        return EndianWriter.big().text(head).bytes(data).toArray();
    }

    private static byte[] text(String text) {
        return EndianWriter.big().text(text).toArray();
    }

    private static void chunk(EndianWriter out, String type, byte[] data) {
        out.u32(data.length).text(type).bytes(data).u32(checksum(type, data));
    }

    /** Writes an invalid ancillary chunk. An invalid critical chunk would make the picture invalid. */
    private static void brokenChunk(EndianWriter out, String type, byte[] data) {
        out.u32(data.length).text(type).bytes(data).u32(~checksum(type, data));
    }

    private static long checksum(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        return crc.getValue();
    }

    private static int next(byte[] file, int at) {
        int length = (file[at] & 0xFF) << 24
                | (file[at + 1] & 0xFF) << 16
                | (file[at + 2] & 0xFF) << 8
                | file[at + 3] & 0xFF;
        return at + 12 + length;
    }

    private static boolean isPixels(byte[] file, int at) {
        return new String(file, at + 4, 4, StandardCharsets.ISO_8859_1).equals("IDAT");
    }

    private static boolean isEnd(byte[] file, int at) {
        return at == file.length - 12;
    }
}
