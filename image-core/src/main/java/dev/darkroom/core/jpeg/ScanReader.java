package dev.darkroom.core.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.jpeg.JpegFrame;
import dev.darkroom.core.header.jpeg.JpegMarker;
import org.jspecify.annotations.Nullable;

/**
 * Finds the end of the coded data of each scan in a Huffman-coded JPEG by reading its codes (ITU-T T.81, annexes F and G). It keeps no
 * coefficients. The time is linear in the data and the blocks of the scans. The memory is at most eight bytes per block, and only for a
 * progressive frame.
 */
public final class ScanReader {
    private static final int UNITS_PER_CHECK = 4096;

    private final Bytes file;
    private final JpegFrame frame;
    private final Deadline deadline;
    private final ScanGrid grid;
    private final CoefficientProgress progress;
    private final @Nullable NonzeroCoefficients[] nonzero;

    /**
     * @param deadline checked every few milliseconds
     */
    public ScanReader(Bytes file, JpegFrame frame, Deadline deadline) {
        this.deadline = deadline;
        this.file = file;
        this.frame = frame;
        this.grid = new ScanGrid(frame);
        this.progress = new CoefficientProgress(frame);
        this.nonzero = new NonzeroCoefficients[frame.components().size()];
    }

    /** The current Huffman tables. */
    public interface Tables {
        /**
         * The table in a slot.
         *
         * @param slot 0 to 3 for DC, 4 to 7 for AC
         */
        HuffmanCode at(int slot);
    }

    /** The memory that reading all scans of such a frame takes at most. */
    static long bytes(JpegFrame frame) {
        if (!frame.isProgressive()) {
            return 0;
        }
        ScanGrid grid = new ScanGrid(frame);
        long blocks = 0;
        for (int i = 0; i < frame.components().size(); i++) {
            blocks += (long) grid.across(i) * grid.down(i);
        }
        return blocks * Long.BYTES;
    }

    /** Whether the scans so far have coded every coefficient of every component to its last bit. */
    public boolean isComplete() {
        return progress.isComplete();
    }

    /** Whether a scan has coded something of a component. */
    public boolean isStarted(int component) {
        return progress.isStarted(component);
    }

    /**
     * Registers a scan without reading its data.
     *
     * @throws ImageException malformed when the scan codes bits again
     */
    public void pass(ScanHeader scan) throws ImageException {
        progress.take(scan);
    }

    /**
     * Reads a scan.
     *
     * @param start offset of its coded data
     * @param limit offset of the next marker that is not a restart marker
     * @param restart number of MCUs in an interval; 0 if there is only one interval
     * @throws ImageException malformed when the data is damaged or truncated, or the scan is out of order; stopped when the job is cancelled
     *     or out of time
     */
    public void read(ScanHeader scan, Tables tables, int start, int limit, int restart, IntervalConsumer intervals)
            throws ImageException {
        progress.take(scan);
        EntropyBits bits = new EntropyBits(file, limit);
        UnitReader units = units(scan, tables, bits);
        long left = grid.units(scan.components());
        int at = start;
        for (int number = 0; left > 0; number++) {
            long some = restart == 0 ? left : Math.min(left, restart);
            bits.startAt(at);
            readInterval(units, some, bits);
            if (bits.isExhausted()) {
                throw ImageException.malformed("this JPEG is truncated or damaged: the coded data that starts at byte "
                        + at + " ends before its blocks do");
            }
            int end = bits.end();
            intervals.accept(at, end == at ? end : bits.before(end), end, bits.bitsInLastByte());
            left -= some;
            at = left > 0 ? afterRestart(end, limit, number & 7) : end;
        }
    }

    private void readInterval(UnitReader units, long count, EntropyBits bits) throws ImageException {
        units.startInterval();
        for (long done = 0; done < count && !bits.isExhausted(); done += UNITS_PER_CHECK) {
            deadline.check();
            units.read(Math.min(UNITS_PER_CHECK, count - done));
        }
    }

    private UnitReader units(ScanHeader scan, Tables tables, EntropyBits bits) {
        if (!frame.isProgressive()) {
            return new SequentialUnits(scan, grid, tables, bits);
        }
        if (scan.isDc()) {
            return new DcUnits(scan, grid, tables, bits);
        }
        ScanHeader.Component component = scan.components().get(0);
        NonzeroCoefficients known = nonzero[component.index()];
        if (known == null) {
            known = new NonzeroCoefficients(grid.across(component.index()), grid.down(component.index()));
            nonzero[component.index()] = known;
        }
        HuffmanCode code = tables.at(4 + component.ac());
        return scan.isFirst()
                ? new FirstAcUnits(scan, code, known, bits)
                : new RefiningAcUnits(scan, code, known, bits);
    }

    private int afterRestart(int from, int limit, int number) throws ImageException {
        for (int at = file.indexOf(0xFF, from); at + 1 < limit; at = file.indexOf(0xFF, at + 1)) {
            int marker = file.u8(at + 1);
            if (marker == JpegMarker.RST0 + number) {
                return at + 2;
            }
            if (marker != 0 && marker != 0xFF) {
                break;
            }
        }
        throw ImageException.malformed("this JPEG is truncated or damaged: the restart marker " + number
                + " does not follow the coded data that ends at byte " + from);
    }
}
