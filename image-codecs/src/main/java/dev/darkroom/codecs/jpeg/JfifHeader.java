package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.header.jpeg.JpegMarker;
import dev.darkroom.core.jpeg.EntropyTokens;
import dev.darkroom.core.jpeg.HuffmanTable;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.RasterSpec;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes all segments before the scan data: JFIF 1.01 without a density, tables, a baseline frame header and one scan header (ITU-T T.81,
 * annex B).
 */
final class JfifHeader {
    private static final int SAMPLED_BY_TWO = 0x22;
    private static final int SAMPLED_BY_ONE = 0x11;
    private static final int AC_CLASS = 0x10;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private final int components;

    private JfifHeader(RasterSpec spec) {
        this.components = spec.layout().equals(Layout.GRAY) ? 1 : 3;
    }

    /**
     * @param tables Huffman tables by slot; null if no component uses the slot
     */
    static byte[] of(RasterSpec spec, int quality, @Nullable HuffmanTable[] tables) {
        JfifHeader header = new JfifHeader(spec);
        header.write(0xFF, JpegMarker.SOI);
        header.segment(JpegMarker.APP0, 14);
        header.write('J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
        header.quantization(0, Quantization.luma(quality));
        if (header.components > 1) {
            header.quantization(1, Quantization.chroma(quality));
        }
        header.frame(spec);
        for (int table = 0; table < 2; table++) {
            header.huffman(table, tables[table]);
            header.huffman(AC_CLASS | table, tables[table | EntropyTokens.FIRST_AC_SLOT]);
        }
        header.scan();
        return header.out.toByteArray();
    }

    private void quantization(int table, int[] quanta) {
        byte[] ordered = Quantization.zigzag(quanta);
        segment(JpegMarker.DQT, 1 + ordered.length);
        write(table);
        out.writeBytes(ordered);
    }

    private void frame(RasterSpec spec) {
        segment(JpegMarker.SOF0, 6 + 3 * components);
        write(8, spec.height() >> 8, spec.height(), spec.width() >> 8, spec.width(), components);
        for (int i = 0; i < components; i++) {
            write(i + 1, i == 0 && components > 1 ? SAMPLED_BY_TWO : SAMPLED_BY_ONE, Math.min(i, 1));
        }
    }

    private void huffman(int classAndDestination, @Nullable HuffmanTable table) {
        if (table == null) {
            return;
        }
        byte[] content = new byte[table.bytes()];
        table.write(content, 0);
        segment(JpegMarker.DHT, 1 + content.length);
        write(classAndDestination);
        out.writeBytes(content);
    }

    private void scan() {
        segment(JpegMarker.SOS, 4 + 2 * components);
        write(components);
        for (int i = 0; i < components; i++) {
            write(i + 1, Math.min(i, 1) * 0x11);
        }
        write(0, 63, 0);
    }

    private void segment(int marker, int dataLength) {
        write(0xFF, marker, dataLength + 2 >> 8, dataLength + 2);
    }

    private void write(int... bytes) {
        for (int b : bytes) {
            out.write(b);
        }
    }
}
