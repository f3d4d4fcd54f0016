package dev.darkroom.core.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.jpeg.JpegFrame;
import dev.darkroom.core.header.jpeg.JpegHeader;
import dev.darkroom.core.header.jpeg.JpegMarker;
import dev.darkroom.core.header.jpeg.JpegSegment;
import dev.darkroom.core.header.jpeg.JpegSegments;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Checks that no picture data is missing in a JPEG that has no EOI, or that a decoder warned of. Each scan must code each of its MCUs. A file
 * without EOI must also have every coefficient to its last bit. Bytes after the last MCU of a scan change nothing.
 *
 * <p>The check reads all entropy-coded data, which takes about as long as a decode. Files that have EOI and decode without a warning do not
 * need it.
 */
public final class JpegCompleteness {
    /** The warning for a file that lacks EOI only. */
    public static final String END_IS_MISSING =
            "this JPEG ends without its end-of-image marker; every block of the picture is there";

    /** A decoder has no deadline. Its job stops when it gets the next band. */
    private static final Duration NO_END = Duration.ofDays(1);

    private static final int DESTINATIONS = 4;
    private static final int SLOTS = 2 * DESTINATIONS;

    private final Bytes file;
    private final JpegFrame frame;
    private final ScanReader reader;
    /** By slot, as {@link ScanReader.Tables} counts them. */
    private final @Nullable HuffmanCode[] codes = new HuffmanCode[SLOTS];

    private int restartInterval;

    private JpegCompleteness(Bytes file, JpegFrame frame) {
        this.file = file;
        this.frame = frame;
        this.reader = new ScanReader(file, frame, Deadline.after(NO_END));
    }

    /**
     * Checks a file.
     *
     * @param allowedBytes memory that the check may take; the caller has charged it. Only a progressive picture needs any.
     * @throws ImageException malformed where data is missing or damaged, and for arithmetic coding, whose data does not show whether it is
     *     complete; over limit where the check would take more memory than that
     */
    public static void require(Bytes file, long allowedBytes) throws ImageException {
        JpegFrame frame = JpegHeader.read(file).frame();
        if (frame.isArithmetic()) {
            throw ImageException.malformed(
                    "this JPEG is truncated or damaged, and arithmetic coding does not show whether its picture is complete");
        }
        long bytes = ScanReader.bytes(frame);
        if (bytes > allowedBytes) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.MEMORY,
                    "memory limit in bytes for the check whether a JPEG is complete",
                    bytes,
                    allowedBytes);
        }
        new JpegCompleteness(file, frame).readScans();
    }

    private void readScans() throws ImageException {
        JpegSegments segments = JpegSegments.toleratingBrokenTail(file);
        for (JpegSegment segment = segments.next(); segment != null; segment = segments.next()) {
            switch (segment.marker()) {
                case JpegMarker.DHT -> takeTables(segment);
                case JpegMarker.DRI -> restartInterval = segment.dataLength() < 2 ? 0 : file.u16(segment.dataStart());
                case JpegMarker.SOS -> {
                    ScanHeader scan = ScanHeader.read(file, segment, frame);
                    int end = segments.scanEnd();
                    reader.read(
                            scan, this::code, segment.end(), end, restartInterval, (start, last, after, bits) -> {});
                }
                default -> {}
            }
        }
        if (!reader.isComplete()) {
            segments.requireEnd();
        }
    }

    private void takeTables(JpegSegment segment) throws ImageException {
        int at = segment.dataStart();
        while (at < segment.end()) {
            int destination = file.u8(at) & 15;
            HuffmanCode code = HuffmanCode.read(file, at + 1, segment.end());
            if (destination < DESTINATIONS) {
                codes[(file.u8(at) >> 4 == 0 ? 0 : DESTINATIONS) + destination] = code;
            }
            at += 1 + code.bytes();
        }
    }

    /** The table in force; the standard one where the file defines none. */
    private HuffmanCode code(int slot) {
        HuffmanCode code = codes[slot];
        if (code == null) {
            code = StandardHuffman.at(slot);
            codes[slot] = code;
        }
        return code;
    }
}
