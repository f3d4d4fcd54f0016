package dev.darkroom.codecs.rewrite.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates a zlib stream that consists of pieces, such as the data of IDAT chunks. */
final class ChunkedInflater implements AutoCloseable {
    private static final int BYTES_PER_CHECK = 64 * 1024;

    private final List<Bytes> pieces;
    private final Inflater inflater = new Inflater();
    private final Deadline deadline;
    private int given;
    private int unchecked;
    /** Whether what follows the last byte that was read is not deflate data. */
    private boolean endsInDamage;

    ChunkedInflater(List<Bytes> pieces, Deadline deadline) {
        this.deadline = deadline;
        this.pieces = pieces;
    }

    /**
     * Fills the array from {@code from} to {@code to}.
     *
     * @throws ImageException malformed if the data is damaged or too short; stopped by the deadline
     */
    void read(byte[] target, int from, int to) throws ImageException {
        unchecked += to - from;
        if (unchecked >= BYTES_PER_CHECK) {
            deadline.check();
            unchecked = 0;
        }
        int done = from;
        long written = inflater.getBytesWritten();
        try {
            while (done < to) {
                int count = endsInDamage ? 0 : inflate(target, done, to - done);
                if (count == 0) {
                    throw ImageException.malformed("this PNG has too little image data for its size");
                }
                done += count;
            }
        } catch (DataFormatException e) {
            endsInDamage = inflater.getBytesWritten() - written == to - from;
            if (!endsInDamage || isWrongChecksum(e)) {
                throw damaged(e);
            }
        }
    }

    /**
     * Whether the stream ends here, complete and with a correct checksum.
     *
     * @throws ImageException malformed if it ends here with a wrong checksum
     */
    boolean endsHere() throws ImageException {
        try {
            return !endsInDamage && inflate(new byte[1], 0, 1) == 0 && inflater.finished();
        } catch (DataFormatException e) {
            if (isWrongChecksum(e)) {
                throw damaged(e);
            }
            return false;
        }
    }

    /** The JDK gives zlib's message; it has no code for this error. */
    private static boolean isWrongChecksum(DataFormatException e) {
        return "incorrect data check".equals(e.getMessage());
    }

    private static ImageException damaged(DataFormatException e) {
        return ImageException.malformed("this PNG's image data is damaged: "
                + (e.getMessage() == null ? "not a deflate stream" : e.getMessage()));
    }

    /** The pieces without bytes after the end of the stream. The stream must have been read to its end. */
    List<Bytes> untilEnd() {
        List<Bytes> kept = new ArrayList<>(pieces.subList(0, given));
        Bytes last = kept.remove(given - 1);
        kept.add(last.slice(0, last.length() - inflater.getRemaining()));
        kept.removeIf(Bytes::isEmpty);
        return kept;
    }

    @Override
    public void close() {
        inflater.end();
    }

    /** Inflates some bytes. Returns 0 at the end of the stream or of the pieces. */
    private int inflate(byte[] target, int from, int most) throws DataFormatException {
        while (true) {
            int count = inflater.inflate(target, from, most);
            if (count > 0 || inflater.finished() || inflater.needsDictionary()) {
                return count;
            }
            if (given == pieces.size()) {
                return 0;
            }
            inflater.setInput(pieces.get(given++).asByteBuffer());
        }
    }
}
