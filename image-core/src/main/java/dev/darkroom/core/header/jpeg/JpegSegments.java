package dev.darkroom.core.header.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the marker segments of a JPEG from SOI to EOI, both included (ITU-T T.81, annex B). It skips entropy-coded data. It also
 * skips stray bytes between segments, as libjpeg does, and counts them. It makes one pass and allocates only the segments.
 */
public final class JpegSegments {
    private final Bytes file;
    private final boolean toleratesBrokenTail;
    private int position;
    private long extraneous;
    private boolean hasScan;
    private @Nullable JpegSegment last;
    private @Nullable ImageException brokenTail;

    public JpegSegments(Bytes file) {
        this(file, false);
    }

    private JpegSegments(Bytes file, boolean toleratesBrokenTail) {
        this.file = file;
        this.toleratesBrokenTail = toleratesBrokenTail;
    }

    /** A walk that ends quietly where the file does, or before a segment that is cut off or impossible, once a scan was found. */
    public static JpegSegments toleratingBrokenTail(Bytes file) {
        return new JpegSegments(file, true);
    }

    /** Whether the walk ended without EOI. */
    public boolean hasBrokenTail() {
        return brokenTail != null;
    }

    /** @throws ImageException malformed where the walk ended without EOI, saying how */
    public void requireEnd() throws ImageException {
        if (brokenTail != null) {
            throw brokenTail;
        }
    }

    /**
     * The next segment, or null after EOI.
     *
     * @throws ImageException malformed: no SOI at the start, a second SOI, an impossible length, a reserved marker, or no EOI
     */
    public @Nullable JpegSegment next() throws ImageException {
        if (last == null) {
            return last = first();
        }
        if (last.marker() == JpegMarker.EOI || brokenTail != null) {
            return null;
        }
        if (last.marker() == JpegMarker.SOS) {
            hasScan = true;
            position = scanEnd();
        }
        try {
            return last = segment(nextMarker());
        } catch (ImageException e) {
            if (!toleratesBrokenTail || !hasScan) {
                throw e;
            }
            brokenTail = e;
            return null;
        }
    }

    /**
     * The end of the entropy-coded data after the last returned SOS: the offset of the next marker that is not a restart marker, or the
     * file's length. After any other segment, the end of that segment.
     */
    public int scanEnd() {
        if (last == null || last.marker() != JpegMarker.SOS || position != last.end()) {
            return position;
        }
        int at = file.indexOf(0xFF, position);
        while (at < file.length()) {
            while (at + 1 < file.length() && file.u8(at + 1) == 0xFF) {
                at++;
            }
            if (at + 1 >= file.length()) {
                break;
            }
            int marker = file.u8(at + 1);
            if (marker != 0 && !JpegMarker.isRestart(marker)) {
                position = at;
                return at;
            }
            at = file.indexOf(0xFF, at + 2);
        }
        position = file.length();
        return position;
    }

    /** The offset after the last returned segment; after EOI, the start of trailing data. */
    public int position() {
        return position;
    }

    /** The number of skipped bytes so far that were neither segment, fill bytes nor entropy-coded data. */
    public long extraneous() {
        return extraneous;
    }

    private JpegSegment first() throws ImageException {
        if (file.length() < 2 || file.u16(0) != 0xFFD8) {
            throw ImageException.malformed("this JPEG does not start with a start-of-image marker");
        }
        position = 2;
        return new JpegSegment(JpegMarker.SOI, 0, 2, 2);
    }

    /** Returns the next marker and sets {@link #position} to its FF byte. */
    private int nextMarker() throws ImageException {
        int at = position;
        while (true) {
            while (at < file.length() && file.u8(at) != 0xFF) {
                at++;
                extraneous++;
            }
            while (at + 1 < file.length() && file.u8(at + 1) == 0xFF) {
                at++;
            }
            if (at + 1 >= file.length()) {
                throw ImageException.malformed("this JPEG ends early: it has no end-of-image marker");
            }
            int marker = file.u8(at + 1);
            if (marker != 0) {
                position = at;
                return marker;
            }
            at += 2;
            extraneous += 2;
        }
    }

    private JpegSegment segment(int marker) throws ImageException {
        int start = position;
        if (marker == JpegMarker.SOI) {
            throw ImageException.malformed("this JPEG has a second start-of-image marker at byte " + start);
        }
        if (JpegMarker.isReserved(marker)) {
            throw ImageException.malformed("this JPEG has the reserved marker ff " + hex(marker) + " at byte " + start);
        }
        if (JpegMarker.standsAlone(marker)) {
            position = start + 2;
            return new JpegSegment(marker, start, position, position);
        }
        int left = file.length() - start - 2;
        int length = left < 2 ? 2 : file.u16(start + 2);
        if (length < 2) {
            throw ImageException.malformed("this JPEG's segment ff " + hex(marker) + " at byte " + start
                    + " has the impossible length " + length);
        }
        if (length > left) {
            throw ImageException.malformed(
                    "this JPEG ends early: the segment ff " + hex(marker) + " at byte " + start + " is cut off");
        }
        position = start + 2 + length;
        return new JpegSegment(marker, start, start + 4, position);
    }

    private static String hex(int marker) {
        return Integer.toHexString(0x100 | marker).substring(1);
    }
}
