package dev.darkroom.world.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Display P3 colour space: P3 primaries (SMPTE RP 431-2), D65 white, the transfer curve of sRGB. Its ICC profile is a matrix profile
 * (ICC.1:2010, version 4.3) whose colorants are adapted to D50 with the Bradford matrix.
 */
final class DisplayP3 {
    private static final int HEADER = 128;

    private DisplayP3() {}

    /** Converts linear light, clipped to 0 to 1, to an 8-bit code value. */
    static int encoded(float linear) {
        double light = Math.max(0, Math.min(1, linear));
        double code = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return (int) Math.round(code * 255);
    }

    /** The profile's bytes. */
    static byte[] profile() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", text("Display P3"));
        tags.put("cprt", text("CC0"));
        tags.put("wtpt", xyz(0.96420, 1.0, 0.82491));
        tags.put(
                "chad",
                fixed("sf32", 1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168));
        tags.put("rXYZ", xyz(0.51512, 0.24120, -0.00105));
        tags.put("gXYZ", xyz(0.29198, 0.69225, 0.04189));
        tags.put("bXYZ", xyz(0.15710, 0.06657, 0.78407));
        byte[] curve = curve();
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);
        int table = 4 + 12 * tags.size();
        int size = HEADER
                + table
                + tags.values().stream().mapToInt(tag -> tag.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        header(out, size);
        out.putInt(tags.size());
        int offset = HEADER + table;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            out.put(ascii(tag.getKey())).putInt(offset).putInt(tag.getValue().length);
            offset += tag.getValue().length;
        }
        tags.values().forEach(out::put);
        return out.array();
    }

    private static void header(ByteBuffer out, int size) {
        out.putInt(size).putInt(0).putInt(0x04300000);
        out.put(ascii("mntrRGB XYZ "));
        out.putShort((short) 2026).putShort((short) 1).putShort((short) 1).position(36);
        out.put(ascii("acsp")).position(68);
        out.putInt(fixed(0.96420)).putInt(fixed(1.0)).putInt(fixed(0.82491)).position(HEADER);
    }

    /** parametricCurveType, function 3: the curve of IEC 61966-2-1. */
    private static byte[] curve() {
        return ByteBuffer.allocate(32)
                .put(ascii("para"))
                .putInt(0)
                .putShort((short) 3)
                .putShort((short) 0)
                .putInt(fixed(2.4))
                .putInt(fixed(1 / 1.055))
                .putInt(fixed(0.055 / 1.055))
                .putInt(fixed(1 / 12.92))
                .putInt(fixed(0.04045))
                .array();
    }

    private static byte[] xyz(double x, double y, double z) {
        return fixed("XYZ ", x, y, z);
    }

    private static byte[] fixed(String type, double... values) {
        ByteBuffer out =
                ByteBuffer.allocate(8 + 4 * values.length).put(ascii(type)).putInt(0);
        for (double value : values) {
            out.putInt(fixed(value));
        }
        return out.array();
    }

    /** multiLocalizedUnicodeType with one entry, padded to four bytes. */
    private static byte[] text(String text) {
        byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
        return ByteBuffer.allocate(28 + (utf16.length + 3) / 4 * 4)
                .put(ascii("mluc"))
                .putInt(0)
                .putInt(1)
                .putInt(12)
                .put(ascii("enUS"))
                .putInt(utf16.length)
                .putInt(28)
                .put(utf16)
                .array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
