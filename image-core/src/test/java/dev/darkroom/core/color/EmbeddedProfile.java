package dev.darkroom.core.color;

import dev.darkroom.core.color.icc.IccProfile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.InflaterInputStream;

/** Extracts the ICC profile of a JPEG, PNG or WebP file. Supports complete files only. */
final class EmbeddedProfile {
    private EmbeddedProfile() {}

    /** Returns the profile; empty if there is none or it cannot be extracted. */
    static byte[] of(byte[] file) {
        try {
            if (file.length > 12 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8) {
                return jpeg(file);
            }
            if (file.length > 12 && text(file, 1, 3).equals("PNG")) {
                return png(file);
            }
            return file.length > 12 && text(file, 8, 4).equals("WEBP") ? webp(file) : new byte[0];
        } catch (IOException | IndexOutOfBoundsException e) {
            return new byte[0];
        }
    }

    private static byte[] jpeg(byte[] file) {
        List<byte[]> parts = new ArrayList<>();
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) != 0xda) {
            int length = ByteBuffer.wrap(file).getShort(at + 2) & 0xffff;
            if ((file[at + 1] & 0xff) == 0xe2 && text(file, at + 4, 12).equals("ICC_PROFILE\0")) {
                parts.add(Arrays.copyOfRange(file, at + 16, at + 2 + length));
            }
            at += 2 + length;
        }
        // The sort is stable, so parts with the same number keep the order of the file.
        parts.sort(Comparator.comparingInt(part -> part[0] & 0xff));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(part -> all.write(part, 2, part.length - 2));
        return all.toByteArray();
    }

    private static byte[] png(byte[] file) throws IOException {
        int at = 8;
        while (!text(file, at + 4, 4).equals("IDAT")) {
            int length = ByteBuffer.wrap(file).getInt(at);
            if (length < 0) {
                break;
            }
            if (text(file, at + 4, 4).equals("iCCP")) {
                String chunk = text(file, at + 8, length);
                byte[] deflated = chunk.substring(chunk.indexOf('\0') + 2).getBytes(StandardCharsets.ISO_8859_1);
                return new InflaterInputStream(new ByteArrayInputStream(deflated)).readNBytes(IccProfile.MAX_BYTES);
            }
            at += 12 + length;
        }
        return new byte[0];
    }

    private static byte[] webp(byte[] file) {
        int at = 12;
        while (at + 8 <= file.length) {
            int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
            if (length < 0) {
                break;
            }
            if (text(file, at, 4).equals("ICCP")) {
                return Arrays.copyOfRange(file, at + 8, at + 8 + length);
            }
            at += 8 + length + (length & 1);
        }
        return new byte[0];
    }

    private static String text(byte[] file, int at, int length) {
        return new String(file, at, length, StandardCharsets.ISO_8859_1);
    }
}
