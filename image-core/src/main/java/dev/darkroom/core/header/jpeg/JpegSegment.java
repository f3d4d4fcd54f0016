package dev.darkroom.core.header.jpeg;

import dev.darkroom.core.Bytes;

/**
 * One marker segment: offsets into the file it was found in.
 *
 * @param marker see {@link JpegMarker}
 * @param start of the marker's own FF; fill bytes before it belong to no segment
 * @param dataStart after marker and length
 * @param end after the data; of an SOS, where its entropy-coded data starts
 */
public record JpegSegment(int marker, int start, int dataStart, int end) {
    /** Bytes of data, without marker and length. */
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
