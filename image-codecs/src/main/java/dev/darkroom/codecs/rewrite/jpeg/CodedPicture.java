package dev.darkroom.codecs.rewrite.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.jpeg.JpegFrame;
import dev.darkroom.core.header.jpeg.JpegMarker;
import dev.darkroom.core.header.jpeg.JpegSegment;
import dev.darkroom.core.header.jpeg.JpegSegments;
import dev.darkroom.core.jpeg.ScanHeader;
import dev.darkroom.core.jpeg.ScanReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The coded picture of a JPEG: the tables that its scans use, the frame header, and the scans up to the last code of each restart interval.
 * Coefficients and pixels are not changed. Scans with arithmetic coding are copied unchanged, because the end of their data is not known
 * without decoding.
 */
public final class CodedPicture {
    /** Limit of segments and scans. No encoder writes so many, and each part takes some objects. */
    private static final int MOST_PARTS = 20_000;

    private final Bytes file;
    private final JpegFrame frame;
    private final TableDefinitions definitions;
    private final ScanReader reader;
    private final List<Part> parts = new ArrayList<>();
    private int frames;
    private int scans;

    private CodedPicture(Bytes file, JpegFrame frame, Deadline deadline) {
        this.file = file;
        this.frame = frame;
        this.definitions = new TableDefinitions(file);
        this.reader = new ScanReader(file, frame, deadline);
    }

    /** Receives the picture's bytes in file order. */
    public interface Output {
        /** Writes a segment with this marker and data. */
        void segment(int marker, byte[] data);

        /** Copies the bytes of the input file from {@code start} to {@code end}. */
        void copy(int start, int end);

        void bytes(int... values);
    }

    private interface Part {
        void write(Output out);
    }

    /**
     * Reads all segments.
     *
     * @param frame the frame header of the file
     * @throws ImageException malformed if the file is damaged, lacks picture data, does not have exactly one frame, or has an unknown marker
     */
    public static CodedPicture read(Bytes file, JpegFrame frame, Deadline deadline) throws ImageException {
        CodedPicture picture = new CodedPicture(file, frame, deadline);
        JpegSegments segments = JpegSegments.toleratingBrokenTail(file);
        for (JpegSegment segment = segments.next(); segment != null; segment = segments.next()) {
            picture.take(segment, segments);
            if (picture.parts.size() > MOST_PARTS) {
                throw ImageException.overLimit(
                        Failure.OverLimit.Kind.COMPLEXITY, "limit of JPEG segments", picture.parts.size(), MOST_PARTS);
            }
        }
        if (picture.frames != 1 || picture.scans == 0) {
            throw ImageException.malformed("this JPEG has " + picture.frames + " frame headers and " + picture.scans
                    + " scans: it needs one frame and at least one scan");
        }
        picture.requireComplete(segments);
        return picture;
    }

    /** Without EOI, only Huffman-coded scans show that the picture is complete. */
    private void requireComplete(JpegSegments segments) throws ImageException {
        int components = frame.components().size();
        for (int component = 0; component < components; component++) {
            if (!reader.isStarted(component)) {
                throw ImageException.malformed("this JPEG is not complete: it has no scan of component "
                        + (component + 1) + " of " + components);
            }
        }
        if (frame.isArithmetic() || !reader.isComplete()) {
            segments.requireEnd();
        }
    }

    /** Writes all data between the application segments and EOI. */
    public void write(Output out) {
        parts.forEach(part -> part.write(out));
    }

    private void take(JpegSegment segment, JpegSegments segments) throws ImageException {
        int marker = segment.marker();
        if (marker == JpegMarker.SOS) {
            scans++;
            scan(segment, segments.scanEnd());
        } else if (JpegMarker.isFrame(marker)) {
            frames++;
            parts.add(out -> out.copy(segment.start(), segment.end()));
        } else if (TableDefinitions.isDefinition(marker)) {
            parts.add(new DefinitionSegment(marker, definitions.read(segment)));
        } else if (isUnknown(marker)) {
            throw ImageException.malformed("this JPEG has the unknown marker ff " + Integer.toHexString(marker)
                    + " at byte " + segment.start());
        }
    }

    private void scan(JpegSegment segment, int limit) throws ImageException {
        if (frames == 0) {
            throw ImageException.malformed("this JPEG has a scan before its frame header");
        }
        ScanHeader scan = ScanHeader.read(file, segment, frame);
        for (ScanHeader.Component component : scan.components()) {
            if (!reader.isStarted(component.index())) {
                int table = frame.components().get(component.index()).quantizationTable();
                definitions.use(JpegMarker.DQT, table);
            }
            if (frame.isArithmetic()) {
                definitions.use(JpegMarker.DAC, component.dc());
                definitions.use(JpegMarker.DAC, 16 | component.ac());
            }
        }
        definitions.use(JpegMarker.DRI, 0);
        byte[] header = scan.data(file, segment, frame);
        parts.add(out -> out.segment(JpegMarker.SOS, header));
        if (frame.isArithmetic()) {
            reader.pass(scan);
            parts.add(out -> out.copy(segment.end(), limit));
        } else {
            ScanData data = new ScanData(file, segment.end());
            reader.read(scan, definitions::huffman, segment.end(), limit, definitions.restartInterval(), data);
            parts.add(data::write);
        }
    }

    /** Whether the marker belongs to hierarchical mode or to the JPGn extensions. No decoder can show such a picture. */
    private static boolean isUnknown(int marker) {
        return marker == JpegMarker.JPG
                || marker > JpegMarker.DRI && marker < JpegMarker.APP0
                || marker > JpegMarker.APP15 && marker < JpegMarker.COM;
    }

    private record DefinitionSegment(int marker, List<TableDefinition> definitions) implements Part {
        @Override
        public void write(Output out) {
            var data = new java.io.ByteArrayOutputStream();
            definitions.stream().filter(TableDefinition::isUsed).forEach(definition -> definition.write(data));
            if (data.size() > 0) {
                out.segment(marker, data.toByteArray());
            }
        }
    }
}
