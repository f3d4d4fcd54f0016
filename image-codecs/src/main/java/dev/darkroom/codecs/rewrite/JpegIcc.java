package dev.darkroom.codecs.rewrite;

import dev.darkroom.codecs.BinaryWriter;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.jpeg.JpegMarker;

/** Writes an ICC profile as APP2 segments of maximum length (ICC.1, B.4). */
final class JpegIcc {
    private static final String IDENTIFIER = "ICC_PROFILE\0";
    private static final int CHUNK = 0xFFFF - 2 - IDENTIFIER.length() - 2;
    private static final int MAX_CHUNKS = 255;

    private JpegIcc() {}

    /**
     * Writes nothing for an empty profile, or for a profile that does not fit into 255 segments. No JPEG can contain such a long profile.
     */
    static void write(Bytes profile, BinaryWriter out) {
        int chunks = (profile.length() + CHUNK - 1) / CHUNK;
        if (chunks > MAX_CHUNKS) {
            return;
        }
        for (int chunk = 0; chunk < chunks; chunk++) {
            int start = chunk * CHUNK;
            int end = Math.min(profile.length(), start + CHUNK);
            out.u8(0xFF).u8(JpegMarker.APP2).u16(2 + IDENTIFIER.length() + 2 + end - start);
            out.latin1(IDENTIFIER).u8(chunk + 1).u8(chunks).bytes(profile, start, end);
        }
    }
}
