package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.jpeg.EntropyTokens;
import dev.darkroom.core.jpeg.EntropyWriter;
import dev.darkroom.core.jpeg.HuffmanTable;
import dev.darkroom.core.jpeg.LargestScan;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import java.util.Arrays;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import org.jspecify.annotations.Nullable;

/**
 * Encodes baseline JPEG. Each band is converted to entropy tokens at once. With optimized Huffman tables, the tokens are written after the
 * whole picture. With the standard tables of ITU-T T.81, K.3, they are written after every row of MCUs.
 */
final class JpegEncoder implements Encoder {
    private static final long FIXED_BYTES = 512 * 1024;
    /** Factor for the output array and its larger copy while it grows. */
    private static final double FILES_WHILE_GROWING = 2.25;
    /** Factor for stuffed zero bytes in a scan, with a margin. */
    private static final double STUFFED = 1.02;

    private static final int FIRST_BYTES = 64 * 1024;

    private final RasterSpec spec;
    private final Encoding encoding;
    private final Memory.Charge charge;
    private final EntropyTokens tokens = new EntropyTokens();
    private final McuRow row;
    private final @Nullable EntropyWriter standard;

    JpegEncoder(RasterSpec spec, Encoding encoding, Memory.Charge charge) {
        this.spec = spec;
        this.encoding = encoding;
        this.charge = charge;
        this.standard = encoding.optimizedHuffman() ? null : writer(standardTables(), FIRST_BYTES);
        this.row = new McuRow(spec, encoding.quality(), tokens, this::rowEnded);
    }

    static JpegEncoder open(RasterSpec spec, Encoding encoding, Memory memory) throws ImageException {
        Memory.Charge charge = memory.charge(peakBytes(spec, encoding));
        try {
            return new JpegEncoder(spec, encoding, charge);
        } catch (RuntimeException | Error e) {
            charge.close();
            throw e;
        }
    }

    static long peakBytes(RasterSpec spec, Encoding encoding) {
        long padded = (spec.width() + 16L) * (spec.height() + 16L);
        long samples = spec.layout().equals(Layout.GRAY) ? padded : padded * 3 / 2;
        double files =
                encoding.optimizedHuffman() ? LargestScan.TOKEN_BYTES + FILES_WHILE_GROWING : FILES_WHILE_GROWING;
        return FIXED_BYTES + McuRow.bytes(spec) + (long) (files * LargestScan.bytes(samples, encoding.quality()));
    }

    @Override
    public void accept(Band band) {
        row.accept(band);
    }

    @Override
    public Bytes finish() {
        if (standard != null) {
            return standard.finish();
        }
        int[] frequencies = tokens.frequencies();
        @Nullable HuffmanTable[] tables = new HuffmanTable[EntropyTokens.SLOTS];
        for (int slot = 0; slot < tables.length; slot++) {
            boolean isUsed =
                    slot % EntropyTokens.FIRST_AC_SLOT == 0 || !spec.layout().equals(Layout.GRAY);
            tables[slot] = isUsed ? HuffmanTable.optimal(frequencies, slot << 8) : null;
        }
        EntropyWriter writer = writer(tables, scanBytes(tables, frequencies));
        tokens.forEach(writer::write);
        return writer.finish();
    }

    @Override
    public void close() {
        tokens.clear(1);
        charge.close();
    }

    private void rowEnded() {
        if (standard != null) {
            tokens.forEach(standard::write);
            tokens.clear(1);
        }
    }

    private EntropyWriter writer(@Nullable HuffmanTable[] tables, int scanBytes) {
        byte[] header = JfifHeader.of(spec, encoding.quality(), tables);
        return new EntropyWriter(Arrays.copyOf(header, header.length + scanBytes), header.length, tables);
    }

    /** Estimated size of the scan in bytes. */
    private static int scanBytes(@Nullable HuffmanTable[] tables, int[] frequencies) {
        long[] bits = new long[1];
        for (int slot = 0; slot < tables.length; slot++) {
            int base = slot << 8;
            HuffmanTable table = tables[slot];
            if (table != null) {
                table.forEach((symbol, code, length) ->
                        bits[0] += (long) frequencies[base | symbol] * (length + (symbol & 15)));
            }
        }
        return (int) Math.min(Integer.MAX_VALUE / 2, (long) (bits[0] / 8.0 * STUFFED) + FIRST_BYTES);
    }

    private static @Nullable HuffmanTable[] standardTables() {
        return new @Nullable HuffmanTable[] {
            table(JPEGHuffmanTable.StdDCLuminance),
            table(JPEGHuffmanTable.StdDCChrominance),
            table(JPEGHuffmanTable.StdACLuminance),
            table(JPEGHuffmanTable.StdACChrominance)
        };
    }

    private static HuffmanTable table(JPEGHuffmanTable standard) {
        short[] given = standard.getLengths();
        int[] lengths = new int[HuffmanTable.LONGEST_CODE + 1];
        for (int i = 0; i < given.length; i++) {
            lengths[i + 1] = given[i];
        }
        short[] values = standard.getValues();
        byte[] symbols = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            symbols[i] = (byte) values[i];
        }
        return new HuffmanTable(lengths, symbols);
    }
}
