package dev.darkroom.core.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.jpeg.JpegFrame;
import dev.darkroom.core.header.jpeg.JpegSegment;
import java.util.ArrayList;
import java.util.List;

/**
 * The scan header of a JPEG (ITU-T T.81, B.2.3). For a sequential scan, the last four numbers are the required ones.
 *
 * @param start the first coefficient, in zigzag order
 * @param end the last coefficient
 * @param high the bit position of the scan before; 0 for the first scan
 * @param low the bit position of this scan
 */
public record ScanHeader(List<Component> components, int start, int end, int high, int low) {
    private static final int LAST_COEFFICIENT = 63;
    /** The highest bit position of a 16-bit coefficient. */
    private static final int HIGHEST_BIT = 13;

    private static final int MOST_TABLES = 4;

    /**
     * One component of the scan.
     *
     * @param index index in the frame
     * @param dc table for DC, 0 to 3
     * @param ac table for AC, 0 to 3
     */
    public record Component(int index, int dc, int ac) {}

    public ScanHeader {
        components = List.copyOf(components);
    }

    /**
     * Reads an SOS segment.
     *
     * @throws ImageException malformed when the length is wrong or the frame does not allow the numbers
     */
    public static ScanHeader read(Bytes file, JpegSegment segment, JpegFrame frame) throws ImageException {
        int at = segment.dataStart();
        int count = segment.dataLength() == 0 ? 0 : file.u8(at);
        if (count < 1 || count > MOST_TABLES || segment.dataLength() != 4 + 2 * count) {
            throw wrong(segment, "is " + segment.dataLength() + " bytes long for " + count + " components");
        }
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int tables = file.u8(at + 2 + 2 * i);
            int index = index(file.u8(at + 1 + 2 * i), frame, components);
            if (index < 0) {
                throw wrong(segment, "names a component that its frame does not have, or twice");
            }
            Component component = new Component(index, tables >> 4, tables & 15);
            if (component.dc >= MOST_TABLES || component.ac >= MOST_TABLES) {
                throw wrong(segment, "names a Huffman table that does not exist");
            }
            components.add(component);
        }
        if (!frame.isProgressive()) {
            return new ScanHeader(components, 0, LAST_COEFFICIENT, 0, 0);
        }
        int numbers = at + 1 + 2 * count;
        int bits = file.u8(numbers + 2);
        ScanHeader header = new ScanHeader(components, file.u8(numbers), file.u8(numbers + 1), bits >> 4, bits & 15);
        if (!header.isPossible()) {
            throw wrong(segment, "has numbers that a progressive scan cannot have");
        }
        return header;
    }

    /** The data of the segment, with 0 for every number that such a scan does not use. */
    public byte[] data(Bytes file, JpegSegment segment, JpegFrame frame) {
        byte[] data = segment.data(file).toArray();
        int numbers = data.length - 3;
        for (int i = 0; i < components.size() && frame.isProgressive(); i++) {
            boolean usesDc = start == 0 && high == 0;
            boolean usesAc = start > 0;
            data[2 + 2 * i] &= (byte) ((usesDc ? 0xF0 : 0) | (usesAc ? 0x0F : 0));
        }
        data[numbers] = (byte) start;
        data[numbers + 1] = (byte) end;
        data[numbers + 2] = (byte) (high << 4 | low);
        return data;
    }

    boolean isDc() {
        return start == 0;
    }

    boolean isFirst() {
        return high == 0;
    }

    /** Checks the numbers by T.81, G.1.1.1. */
    private boolean isPossible() {
        boolean band = start == 0 ? end == 0 : start <= end && end <= LAST_COEFFICIENT && components.size() == 1;
        return band && low <= HIGHEST_BIT && (high == 0 || low == high - 1);
    }

    /** The first component with this id that the scan does not have yet; -1 if there is none. libjpeg handles duplicate ids this way. */
    private static int index(int id, JpegFrame frame, List<Component> taken) {
        for (int i = 0; i < frame.components().size(); i++) {
            int index = i;
            boolean free = taken.stream().noneMatch(component -> component.index == index);
            if (free && frame.components().get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    private static ImageException wrong(JpegSegment segment, String what) {
        return ImageException.malformed("this JPEG's scan header at byte " + segment.start() + " " + what);
    }
}
