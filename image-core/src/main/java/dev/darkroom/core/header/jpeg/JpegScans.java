package dev.darkroom.core.header.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;

/** Counts a JPEG's scans, for decoders whose time grows with their number (a few bytes can start a scan of the whole picture). */
public final class JpegScans {
    private JpegScans() {}

    /**
     * The number of scans up to EOI or the end of the file, but at most {@code most}. Reads the whole file.
     *
     * @throws ImageException malformed where segments are
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
