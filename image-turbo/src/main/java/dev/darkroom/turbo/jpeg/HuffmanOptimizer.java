package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.jpeg.JpegFrame;
import dev.darkroom.core.header.jpeg.JpegHeader;
import dev.darkroom.core.header.jpeg.JpegMarker;
import dev.darkroom.core.header.jpeg.JpegSegment;
import dev.darkroom.core.header.jpeg.JpegSegments;
import dev.darkroom.core.jpeg.EntropyTokens;
import dev.darkroom.core.jpeg.EntropyWriter;
import dev.darkroom.core.jpeg.HuffmanTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a baseline JPEG of one scan, as libjpeg-turbo writes it, with optimal Huffman tables. The coefficients stay the same. The output
 * equals byte for byte what libjpeg writes with Huffman optimisation. TurboJPEG 2 has no function to switch that on.
 */
final class HuffmanOptimizer {
    private final byte[] file;
    private final List<JpegSegment> segments = new ArrayList<>();
    private final JpegSegment scan;
    private final JpegFrame frame;
    private final @Nullable HuffmanTable[] tables = new HuffmanTable[EntropyTokens.SLOTS];

    private HuffmanOptimizer(byte[] file) throws ImageException {
        this.file = file;
        Bytes bytes = Bytes.wrap(file);
        JpegSegments walk = new JpegSegments(bytes);
        JpegSegment segment = walk.next();
        while (segment != null && segment.marker() != JpegMarker.SOS) {
            segments.add(segment);
            if (segment.marker() == JpegMarker.DHT) {
                tables[slot(segment)] = HuffmanTable.read(file, segment.dataStart() + 1);
            }
            segment = walk.next();
        }
        if (segment == null) {
            throw ImageException.defect("an encoder wrote a JPEG without a scan", null);
        }
        this.scan = segment;
        this.frame = JpegHeader.read(bytes).frame();
    }

    /**
     * @param file a file that this library's encoder wrote: one table in each DHT, no restart markers. Never an uploaded file
     */
    static Bytes optimize(byte[] file) throws ImageException {
        return new HuffmanOptimizer(file).optimize();
    }

    private Bytes optimize() {
        EntropyTokens tokens = EntropyTokensPool.take();
        try {
            read(tokens);
            return rewritten(tokens);
        } finally {
            EntropyTokensPool.giveBack(tokens);
        }
    }

    private Bytes rewritten(EntropyTokens tokens) {
        int[] frequencies = tokens.frequencies();
        @Nullable HuffmanTable[] best = new HuffmanTable[EntropyTokens.SLOTS];
        byte[] out = new byte[file.length + 1024];
        int at = 0;
        for (JpegSegment segment : segments) {
            if (segment.marker() == JpegMarker.DHT) {
                int slot = slot(segment);
                HuffmanTable table = HuffmanTable.optimal(frequencies, slot << 8);
                best[slot] = table;
                at = writeTable(table, file[segment.dataStart()], out, at);
            } else {
                at = copy(segment, out, at);
            }
        }
        at = copy(scan, out, at);
        EntropyWriter writer = new EntropyWriter(out, at, best);
        tokens.forEach(writer::write);
        return writer.finish();
    }

    private void read(EntropyTokens tokens) {
        int[] slots = blockSlots();
        EntropyReader reader = new EntropyReader(file, scan.end(), tables);
        for (long unit = units(); unit > 0; unit--) {
            for (int slot : slots) {
                int[] run = tokens.room(EntropyTokens.MOST_PER_BLOCK);
                tokens.filled(reader.block(slot, slot | EntropyTokens.FIRST_AC_SLOT, run, tokens.end()));
            }
        }
    }

    private static int writeTable(HuffmanTable table, byte destination, byte[] out, int start) {
        int length = 3 + table.bytes();
        out[start] = (byte) 0xFF;
        out[start + 1] = (byte) JpegMarker.DHT;
        out[start + 2] = (byte) (length >> 8);
        out[start + 3] = (byte) length;
        out[start + 4] = destination;
        table.write(out, start + 5);
        return start + 2 + length;
    }

    private int copy(JpegSegment segment, byte[] out, int at) {
        int length = segment.end() - segment.start();
        System.arraycopy(file, segment.start(), out, at, length);
        return at + length;
    }

    private int slot(JpegSegment dht) {
        int destination = file[dht.dataStart()];
        return destination >> 4 << 1 | destination & 1;
    }

    /** The DC slot of each block of an MCU, in order (T.81, A.2). In a scan of one component an MCU is one block. */
    private int[] blockSlots() {
        List<Integer> slots = new ArrayList<>();
        List<JpegFrame.Component> components = frame.components();
        for (int i = 0; i < components.size(); i++) {
            int blocks = components.size() == 1
                    ? 1
                    : components.get(i).horizontal() * components.get(i).vertical();
            int dc = file[scan.dataStart() + 2 + 2 * i] >> 4;
            for (int block = 0; block < blocks; block++) {
                slots.add(dc);
            }
        }
        return slots.stream().mapToInt(Integer::intValue).toArray();
    }

    private long units() {
        int across = 8;
        int down = 8;
        if (frame.components().size() > 1) {
            across *= frame.components().stream()
                    .mapToInt(JpegFrame.Component::horizontal)
                    .max()
                    .orElseThrow();
            down *= frame.components().stream()
                    .mapToInt(JpegFrame.Component::vertical)
                    .max()
                    .orElseThrow();
        }
        return (long) ((frame.width() + across - 1) / across) * ((frame.height() + down - 1) / down);
    }
}
