package dev.darkroom.core.header.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/** Counts the scans of a JPEG, for decoders whose time depends on it. A few bytes can start a scan of the complete picture. */
public final class JpegScans {
    private JpegScans() {}

    /**
     * The number of scans up to EOI or the end of the file, limited to {@code most}. Reads the complete file.
     *
     * @throws ImageException malformed when a segment is invalid
     */
    public static int count(Bytes file, int most) throws ImageException {
        JpegSegments segments = new JpegSegments(file);
        int scans = 0;
        JpegSegment segment;
        while (scans < most && segments.scanEnd() < file.length() && (segment = segments.next()) != null) {
            scans += segment.marker() == JpegMarker.SOS ? 1 : 0;
        }
        return scans;
    }
}
