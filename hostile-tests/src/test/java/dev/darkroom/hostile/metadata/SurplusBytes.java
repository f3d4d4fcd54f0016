package dev.darkroom.hostile.metadata;

import dev.darkroom.hostile.file.PngBuilder;
import dev.darkroom.hostile.metadata.scan.CommonMetadataScanner;
import dev.darkroom.hostile.metadata.scan.EndianWriter;
import dev.darkroom.hostile.metadata.scan.FileSlice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Makes one file for each place in the coded picture data that decodes to nothing, with a text in that place. For each file it also makes
 * the same picture without the text.
 */
final class SurplusBytes {
    /** A file with the text, and a file without it that decodes to the same picture. */
    record Pair(byte[] hiding, byte[] clean) {}

    private final String hidden;
    private final Map<String, Pair> pairs = new LinkedHashMap<>();

    private SurplusBytes(String hidden) {
        this.hidden = hidden;
    }

    static Map<String, Pair> of(String hidden) throws IOException {
        SurplusBytes places = new SurplusBytes(hidden);
        Random random = new Random(6);
        places.jpeg("JPEG", BasePictures.jpeg(random, false));
        places.jpeg("progressive JPEG", BasePictures.jpeg(random, true));
        places.png("PNG of true colours", PngBuilder.innocent());
        places.png("PNG of a palette", BasePictures.indexedPng(random));
        places.frames();
        places.gif(BasePictures.gif(random));
        places.webp("VP8 ", webp(random, "VP8 "));
        places.webp("VP8L", webp(random, "VP8L"));
        return places.pairs;
    }

    private void jpeg(String kind, byte[] clean) {
        int first = JpegHiddenData.firstScan(clean);
        for (int gap : JpegHiddenData.gaps(clean)) {
            if (gap > first) {
                add(kind + ", behind the scan before byte " + gap, inserted(clean, gap, text()), clean);
                add(
                        kind + ", fill bytes before byte " + gap,
                        inserted(clean, gap, joined(text(), new byte[] {-1, -1})),
                        clean);
            }
            add(
                    kind + ", quantisation of no component at " + gap,
                    inserted(clean, gap, segment(0xDB, table(3, 64))),
                    clean);
            byte[] counts = new byte[16];
            counts[9] = 99;
            byte[] huffman = joined(new byte[] {0x13}, counts, again(99));
            add(kind + ", Huffman table of no scan at " + gap, inserted(clean, gap, segment(0xC4, huffman)), clean);
            add(kind + ", conditioning at " + gap, inserted(clean, gap, segment(0xCC, text())), clean);
        }
        add(kind + ", quantisation that is replaced", inserted(clean, 20, segment(0xDB, table(0, 64))), clean);
        add(kind + ", behind the last scan", inserted(clean, clean.length - 2, text()), clean);
    }

    private void png(String kind, byte[] clean) {
        int idat = find(clean, "IDAT");
        int end = idat + 8 + ByteBuffer.wrap(clean).getInt(idat);
        byte[] stream = Arrays.copyOfRange(clean, idat + 8, end);
        byte[] head = Arrays.copyOf(clean, idat);
        byte[] tail = Arrays.copyOfRange(clean, end + 4, clean.length);
        byte[] longer =
                CommonHiddenData.deflated(joined(CommonMetadataScanner.inflated(FileSlice.big(stream)), text()));
        add(
                kind + ", behind the stream",
                joined(head, PngHidingPlaces.chunk("IDAT", joined(stream, text())), tail),
                clean);
        add(
                kind + ", IDAT behind the stream",
                joined(head, PngHidingPlaces.chunk("IDAT", stream), PngHidingPlaces.chunk("IDAT", text()), tail),
                clean);
        add(kind + ", rows behind the last", joined(head, PngHidingPlaces.chunk("IDAT", longer), tail), clean);
        add(
                kind + ", light of a mastering display",
                inserted(clean, 33, PngHidingPlaces.chunk("mDCV", again(24))),
                clean);
        add(kind + ", chromaticities", inserted(clean, 33, PngHidingPlaces.chunk("cHRM", again(32))), clean);
    }

    private void frames() {
        byte[] rows = new byte[3 * 16];
        byte[] stream = CommonHiddenData.deflated(rows);
        byte[] longer = CommonHiddenData.deflated(joined(rows, text()));
        byte[] clean = animation(stream);
        add("APNG, behind a frame's stream", animation(joined(stream, text())), clean);
        add("APNG, rows behind a frame's last", animation(longer), clean);
        byte[] palette = joined(new byte[] {1, 2, 3}, text());
        byte[] ihdr = new byte[] {0, 0, 0, 2, 0, 0, 0, 2, 8, 3, 0, 0, 0};
        byte[] last = joined(
                PngHidingPlaces.chunk("IDAT", CommonHiddenData.deflated(new byte[6])),
                PngHidingPlaces.chunk("IEND", new byte[0]));
        byte[] signature = Arrays.copyOf(clean, 8);
        add(
                "PNG, colours that no pixel has",
                joined(signature, PngHidingPlaces.chunk("IHDR", ihdr), PngHidingPlaces.chunk("PLTE", palette), last),
                joined(
                        signature,
                        PngHidingPlaces.chunk("IHDR", ihdr),
                        PngHidingPlaces.chunk("PLTE", new byte[] {1, 2, 3}),
                        last));
    }

    private byte[] animation(byte[] second) {
        byte[] control = ByteBuffer.allocate(26).putInt(0).putInt(5).putInt(3).array();
        control[21] = 1;
        control[23] = 10;
        byte[] next = control.clone();
        next[3] = 1;
        byte[] ihdr = new byte[] {0, 0, 0, 5, 0, 0, 0, 3, 8, 2, 0, 0, 0};
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                PngHidingPlaces.chunk("IHDR", ihdr),
                PngHidingPlaces.chunk("acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0}),
                PngHidingPlaces.chunk("fcTL", control),
                PngHidingPlaces.chunk("IDAT", CommonHiddenData.deflated(new byte[3 * 16])),
                PngHidingPlaces.chunk("fcTL", next),
                PngHidingPlaces.chunk("fdAT", joined(new byte[] {0, 0, 0, 2}, second)),
                PngHidingPlaces.chunk("IEND", new byte[0]));
    }

    private void gif(byte[] clean) {
        int terminator = clean.length - 2;
        byte[] block = joined(new byte[] {(byte) hidden.length()}, text());
        add("GIF, sub-block behind the last code", inserted(clean, terminator, block), clean);
        // a local colour table; the picture uses only the colours that it used before
        int colors = 3 * (2 << (clean[10] & 7));
        byte[] unused = clean.clone();
        byte[] black = clean.clone();
        Arrays.fill(unused, 13, 13 + colors, (byte) 0);
        Arrays.fill(black, 13, 13 + colors, (byte) 0);
        System.arraycopy(text(), 0, unused, 13 + 3, hidden.length());
        int image = 13 + colors;
        while (clean[image] != 0x2C) {
            image += 8;
        }
        byte[] local = Arrays.copyOfRange(clean, 13, 13 + colors);
        int flags = image + 9;
        unused[flags] |= (byte) (0x80 | clean[10] & 7);
        black[flags] |= (byte) (0x80 | clean[10] & 7);
        add("GIF, colours that no image takes", inserted(unused, flags + 1, local), inserted(black, flags + 1, local));
    }

    private void webp(String type, byte[] clean) {
        int at = find(clean, type) + 4;
        int length = Integer.reverseBytes(ByteBuffer.wrap(clean).getInt(at));
        byte[] data = joined(Arrays.copyOfRange(clean, at + 4, at + 4 + length), text());
        byte[] body = EndianWriter.little()
                .text("WEBP")
                .text(type)
                .u32(data.length)
                .bytes(data)
                .bytes(new byte[data.length & 1])
                .toArray();
        byte[] hiding =
                EndianWriter.little().text("RIFF").u32(body.length).bytes(body).toArray();
        add("WebP, behind the last pixel of " + type, hiding, clean);
    }

    private static byte[] webp(Random random, String type) throws IOException {
        byte[] file = BasePictures.webp(random);
        while (find(file, type) != 12) {
            file = BasePictures.webp(random);
        }
        return file;
    }

    private void add(String place, byte[] hiding, byte[] clean) {
        pairs.put(place, new Pair(hiding, clean));
    }

    private byte[] text() {
        return EndianWriter.big().text(hidden).toArray();
    }

    /** A first byte, then the text repeated. */
    private byte[] table(int id, int length) {
        return joined(new byte[] {(byte) id}, again(length));
    }

    private byte[] again(int length) {
        return Arrays.copyOf(EndianWriter.big().text(hidden.repeat(9)).toArray(), length);
    }

    /** The offset of a chunk of this type: of its length (PNG) or of its type (RIFF). */
    private static int find(byte[] file, String type) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(type);
        return file[0] == 'R' ? at : at - 4;
    }

    private static byte[] segment(int marker, byte[] data) {
        return EndianWriter.big()
                .u8(0xFF, marker)
                .u16(2 + data.length)
                .bytes(data)
                .toArray();
    }

    private static byte[] inserted(byte[] file, int at, byte[] piece) {
        return joined(Arrays.copyOf(file, at), piece, Arrays.copyOfRange(file, at, file.length));
    }

    private static byte[] joined(byte[]... parts) {
        EndianWriter all = EndianWriter.big();
        for (byte[] part : parts) {
            all.bytes(part);
        }
        return all.toArray();
    }
}
