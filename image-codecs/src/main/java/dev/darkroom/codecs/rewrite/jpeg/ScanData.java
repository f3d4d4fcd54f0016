package dev.darkroom.codecs.rewrite.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.jpeg.JpegMarker;
import dev.darkroom.core.jpeg.IntervalConsumer;
import java.util.Arrays;

/**
 * The entropy-coded data of a scan for the output. Bytes that code the picture are copied from the file. Padding bits are set to one (ITU-T
 * T.81, F.1.2.3). Fill bytes, and bytes between an interval and its restart marker, are left out.
 */
final class ScanData implements IntervalConsumer {
    private static final int FIRST_ROOM = 24;

    private final Bytes file;
    /**
     * Groups of four numbers: start and end of a run of file bytes, the number of extra bytes after the run (up to two), and these bytes.
     */
    private int[] runs = new int[FIRST_ROOM];

    private int used;
    private int intervals;
    private int runStart;
    private int runEnd;

    ScanData(Bytes file, int start) {
        this.file = file;
        this.runStart = start;
        this.runEnd = start;
    }

    @Override
    public void accept(int start, int lastByte, int end, int bits) {
        if (intervals > 0) {
            boolean follows = start == runEnd + 2;
            if (follows) {
                runEnd = start;
            } else {
                closeRun(2, 0xFF << 8 | JpegMarker.RST0 + (intervals - 1 & 7));
                runStart = start;
                runEnd = start;
            }
        }
        intervals++;
        withoutFill(start, lastByte);
        if (end > lastByte) {
            last(lastByte, end, bits);
        }
    }

    void write(CodedPicture.Output out) {
        closeRun(0, 0);
        for (int i = 0; i < used; i += 4) {
            out.copy(runs[i], runs[i + 1]);
            if (runs[i + 2] == 2) {
                out.bytes(runs[i + 3] >> 8, runs[i + 3] & 0xFF);
            } else if (runs[i + 2] == 1) {
                out.bytes(runs[i + 3]);
            }
        }
    }

    /** Adds bytes that code pixels. Fill bytes before a stuffed zero (B.1.1.2) are left out. */
    private void withoutFill(int start, int end) {
        for (int at = file.indexOf(0xFF, start); at < end; at = file.indexOf(0xFF, at + 2)) {
            int fill = at;
            while (file.u8(fill + 1) == 0xFF) {
                fill++;
            }
            if (fill > at) {
                runEnd = at;
                closeRun(0, 0);
                runStart = fill;
                at = fill;
            }
        }
        runEnd = end;
    }

    private void last(int at, int end, int bits) {
        int value = file.u8(at);
        int padded = value | 0xFF >> bits;
        boolean asItIs = padded == value && end - at <= 2;
        if (asItIs) {
            runEnd = end;
            return;
        }
        runEnd = at;
        if (padded == 0xFF) {
            closeRun(2, 0xFF << 8);
        } else {
            closeRun(1, padded);
        }
        runStart = end;
        runEnd = end;
    }

    private void closeRun(int count, int bytes) {
        if (used == runs.length) {
            runs = Arrays.copyOf(runs, 2 * used);
        }
        runs[used++] = runStart;
        runs[used++] = runEnd;
        runs[used++] = count;
        runs[used++] = bytes;
        runStart = runEnd;
    }
}
