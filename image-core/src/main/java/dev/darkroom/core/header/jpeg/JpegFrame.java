package dev.darkroom.core.header.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A JPEG's frame header (ITU-T T.81, B.2.2): Huffman or arithmetic coding, sequential or progressive, 8 bits.
 *
 * @param sof the marker: C0, C1, C2, C9 or CA
 * @param components 1, 3 or 4
 */
public record JpegFrame(int sof, int precision, int width, int height, List<Component> components) {
    /**
     * One component of a frame.
     *
     * @param id the identifier that scans use
     * @param horizontal sampling factor, 1 to 4
     * @param vertical sampling factor, 1 to 4
     */
    public record Component(int id, int horizontal, int vertical, int quantizationTable) {}

    public JpegFrame {
        components = List.copyOf(components);
    }

    public boolean isProgressive() {
        return sof == 0xC2 || sof == 0xCA;
    }

    public boolean isArithmetic() {
        return sof >= 0xC9;
    }

    /** Whether the components have these ids, in this order. */
    boolean hasIds(int... ids) {
        return ids.length == components.size()
                && IntStream.range(0, ids.length)
                        .allMatch(i -> components.get(i).id() == ids[i]);
    }

    static JpegFrame read(Bytes file, JpegSegment segment) throws ImageException {
        int sof = segment.marker();
        requireKnownProcess(sof);
        int at = segment.dataStart();
        if (segment.dataLength() < 6) {
            throw ImageException.malformed("this JPEG's frame header is cut off");
        }
        int precision = file.u8(at);
        int height = file.u16(at + 1);
        int width = file.u16(at + 3);
        int count = file.u8(at + 5);
        if (precision != 8) {
            throw ImageException.unsupported(precision + "-bit JPEG is not supported, only 8-bit");
        }
        if (width == 0) {
            throw ImageException.malformed("this JPEG says it is 0 pixels wide");
        }
        if (height == 0) {
            throw ImageException.unsupported(
                    "this JPEG gives its height only after the picture (DNL), which is not supported");
        }
        if (count != 1 && count != 3 && count != 4) {
            throw ImageException.unsupported("JPEG with " + count + " components is not supported, only 1, 3 or 4");
        }
        if (segment.dataLength() != 6 + 3 * count) {
            throw ImageException.malformed("this JPEG's frame header is " + segment.dataLength() + " bytes long, but "
                    + count + " components take " + (6 + 3 * count));
        }
        List<Component> components = IntStream.range(0, count)
                .mapToObj(i -> component(file, at + 6 + 3 * i))
                .toList();
        for (Component c : components) {
            if (c.horizontal() < 1 || c.horizontal() > 4 || c.vertical() < 1 || c.vertical() > 4) {
                throw ImageException.malformed("this JPEG has the impossible sampling factors " + c.horizontal() + "x"
                        + c.vertical() + "; each is 1 to 4");
            }
        }
        return new JpegFrame(sof, precision, width, height, components);
    }

    private static Component component(Bytes file, int at) {
        int sampling = file.u8(at + 1);
        return new Component(file.u8(at), sampling >> 4, sampling & 15, file.u8(at + 2));
    }

    private static void requireKnownProcess(int sof) throws ImageException {
        String process = switch (sof) {
            case 0xC0, 0xC1, 0xC2, 0xC9, 0xCA -> "";
            case 0xC3, 0xCB -> "lossless JPEG";
            default -> "hierarchical JPEG";
        };
        if (!process.isEmpty()) {
            throw ImageException.unsupported(process + " (SOF" + (sof - JpegMarker.SOF0) + ") is not supported");
        }
    }
}
