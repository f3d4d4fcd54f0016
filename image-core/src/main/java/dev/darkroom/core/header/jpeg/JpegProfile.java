package dev.darkroom.core.header.jpeg;

import dev.darkroom.core.Bytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assembles an ICC profile from the APP2 segments of a JPEG (ICC.1:2022, annex B.4). Chunks may come in any order. If a chunk is missing
 * or duplicated, or states another number of chunks, there is no profile, as in viewers.
 */
final class JpegProfile {
    static final String PREFIX = "ICC_PROFILE\0";
    private static final int HEADER = PREFIX.length() + 2;

    private final Bytes file;
    private final @Nullable JpegSegment[] chunks = new JpegSegment[256];
    private int count;
    private boolean broken;

    JpegProfile(Bytes file) {
        this.file = file;
    }

    /** Adds an APP2 segment. Ignores a segment without ICC data. */
    void add(JpegSegment app2) {
        if (app2.dataLength() < HEADER || !app2.dataStartsWith(file, PREFIX)) {
            return;
        }
        int number = file.u8(app2.dataStart() + PREFIX.length());
        int of = file.u8(app2.dataStart() + PREFIX.length() + 1);
        broken |= number < 1 || number > of || count != 0 && of != count || chunks[number] != null;
        count = of;
        chunks[number] = app2;
    }

    Optional<Bytes> profile() {
        if (broken || count == 0) {
            return Optional.empty();
        }
        int length = 0;
        for (int i = 1; i <= count; i++) {
            JpegSegment chunk = chunks[i];
            if (chunk == null) {
                return Optional.empty();
            }
            length += chunk.dataLength() - HEADER;
        }
        byte[] profile = new byte[length];
        int at = 0;
        for (int i = 1; i <= count; i++) {
            JpegSegment chunk = chunks[i];
            if (chunk != null) {
                int size = chunk.dataLength() - HEADER;
                file.copyTo(chunk.dataStart() + HEADER, profile, at, size);
                at += size;
            }
        }
        return length == 0 ? Optional.empty() : Optional.of(Bytes.wrap(profile));
    }
}
