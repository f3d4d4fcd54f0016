package dev.darkroom.hostile.metadata;

import dev.darkroom.hostile.metadata.scan.EndianWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Makes one file for each hiding place of a PNG, with a text in that place. */
final class PngHidingPlaces {
    private static final int COLOR_TYPE = 25;
    private static final int PALETTE = 3;

    private final String kind;
    private final byte[] clean;
    private final String hidden;

    /**
     * @param clean a clean file; a single IDAT chunk is divided into two
     */
    PngHidingPlaces(String kind, byte[] clean, String hidden) {
        this.kind = kind;
        this.clean = inTwoPieces(clean);
        this.hidden = hidden;
    }

    void addTo(Map<String, byte[]> files) {
        byte[] deflated =
                CommonHiddenData.deflated(EndianWriter.big().text(hidden).toArray());
        for (int gap : gaps(clean)) {
            String where = kind + " before byte " + gap + ", ";
            files.put(where + "tEXt", inserted(gap, "tEXt", "Comment\0", text()));
            files.put(where + "tEXt's keyword", inserted(gap, "tEXt", hidden + "\0", new byte[9]));
            files.put(where + "zTXt", inserted(gap, "zTXt", "Comment\0\0", deflated));
            files.put(where + "iTXt", inserted(gap, "iTXt", "Comment\0\0\0de\0\0", text()));
            files.put(where + "iTXt, compressed", inserted(gap, "iTXt", "Comment\0\1\0de\0\0", deflated));
            files.put(where + "iTXt's language", inserted(gap, "iTXt", "Comment\0\0\0" + hidden + "\0\0", new byte[9]));
            files.put(where + "iTXt with XMP", inserted(gap, "iTXt", "XML:com.adobe.xmp\0\0\0\0\0", text()));
            files.put(where + "private chunk", inserted(gap, "prVt", "", text()));
            files.put(where + "private chunk, safe to copy", inserted(gap, "prVT", "", text()));
            files.put(where + "private chunk, compressed", inserted(gap, "prVt", "", deflated));
            files.put(where + "eXIf", inserted(gap, "eXIf", "", text()));
            files.put(where + "eXIf with a directory", inserted(gap, "eXIf", "MM\0*\0\0\0\b\0\0\0\0\0\0", text()));
            files.put(where + "name of a profile", inserted(gap, "iCCP", hidden + "\0\0", deflated));
            files.put(where + "profile", inserted(gap, "iCCP", "icc\0\0", deflated));
            files.put(where + "palette of a suggestion", inserted(gap, "sPLT", hidden + "\0\b", new byte[6]));
            for (String fixed : List.of("gAMA", "cHRM", "sRGB", "cICP", "pHYs", "sBIT", "bKGD", "hIST", "tIME")) {
                files.put(where + fixed + ", too long", inserted(gap, fixed, "", text()));
            }
            files.put(where + "frame of no animation", inserted(gap, "fdAT", "\0\0\0\1", text()));
            if (clean[COLOR_TYPE] != PALETTE) {
                files.put(where + "palette of true colours", inserted(gap, "PLTE", "", text()));
                files.put(where + "tRNS, too long", inserted(gap, "tRNS", "", text()));
            }
            files.put(
                    where + "no chunk",
                    EndianWriter.big()
                            .bytes(clean, 0, gap)
                            .text(hidden)
                            .bytes(clean, gap, clean.length)
                            .toArray());
        }
        files.put(
                kind + ", behind IEND",
                EndianWriter.big().bytes(clean).text(hidden).toArray());
        files.put(kind + ", chunk behind IEND", inserted(clean.length, "tEXt", "Comment\0", text()));
        files.put(
                kind + ", second picture behind IEND",
                EndianWriter.big()
                        .bytes(clean)
                        .bytes(inserted(33, "tEXt", "Comment\0", text()))
                        .toArray());
        files.put(
                kind + ", IEND with data",
                EndianWriter.big()
                        .bytes(clean, 0, clean.length - 12)
                        .bytes(chunk("IEND", text()))
                        .toArray());
    }

    private byte[] text() {
        return EndianWriter.big().text(hidden).toArray();
    }

    private byte[] inserted(int at, String type, String head, byte[] data) {
        return EndianWriter.big()
                .bytes(clean, 0, at)
                .bytes(chunk(type, EndianWriter.big().text(head).bytes(data).toArray()))
                .bytes(clean, at, clean.length)
                .toArray();
    }

    /** The offsets after IHDR and before every later chunk. */
    private static List<Integer> gaps(byte[] file) {
        List<Integer> gaps = new ArrayList<>();
        for (int at = 33; at < file.length; at = next(file, at)) {
            gaps.add(at);
        }
        return gaps;
    }

    private static byte[] inTwoPieces(byte[] file) {
        EndianWriter out = EndianWriter.big().bytes(file, 0, 8);
        for (int at = 8; at < file.length; at = next(file, at)) {
            int end = next(file, at);
            if (!new String(file, at + 4, 4, StandardCharsets.US_ASCII).equals("IDAT")) {
                out.bytes(file, at, end);
                continue;
            }
            int middle = (at + 8 + end - 4) / 2;
            out.bytes(
                    chunk("IDAT", EndianWriter.big().bytes(file, at + 8, middle).toArray()));
            out.bytes(chunk(
                    "IDAT", EndianWriter.big().bytes(file, middle, end - 4).toArray()));
        }
        return out.toArray();
    }

    private static int next(byte[] file, int at) {
        return at + 12 + ByteBuffer.wrap(file).getInt(at);
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] body = EndianWriter.big().text(type).bytes(data).toArray();
        CRC32 crc = new CRC32();
        crc.update(body);
        return EndianWriter.big()
                .u32(data.length)
                .bytes(body)
                .u32(crc.getValue())
                .toArray();
    }
}
