package dev.darkroom.core.header.jpeg;

import dev.darkroom.core.Bytes;

/**
 * One marker segment, given as offsets into its file.
 *
 * @param marker see {@link JpegMarker}
 * @param start offset of the marker's FF byte; fill bytes before it belong to no segment
 * @param dataStart offset after marker and length
 * @param end offset after the data; for an SOS, the start of the entropy-coded data
 */
public record JpegSegment(int marker, int start, int dataStart, int end) {
    /** Length of the data in bytes, without marker and length field. */
    public int dataLength() {
        return end - dataStart;
    }

    public Bytes data(Bytes file) {
        return file.slice(dataStart, dataLength());
    }

    /** Whether the data starts with these Latin-1 characters, such as {@code "Exif\0\0"}. */
    public boolean dataStartsWith(Bytes file, String text) {
        return dataLength() >= text.length() && file.startsWith(text, dataStart);
    }
}
