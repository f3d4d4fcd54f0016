package dev.darkroom.codecs.rewrite.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates a zlib stream that consists of pieces, such as the data of IDAT chunks. */
final class ChunkedInflater implements AutoCloseable {
    private final List<Bytes> pieces;
    private final Inflater inflater = new Inflater();
    private int given;

    ChunkedInflater(List<Bytes> pieces) {
        this.pieces = pieces;
    }

    /**
     * Fills the array from {@code from} to {@code to}.
     *
     * @throws ImageException malformed if the data is damaged or too short
     */
    void read(byte[] target, int from, int to) throws ImageException {
        int done = from;
        try {
            while (done < to) {
                int count = inflate(target, done, to - done);
                if (count == 0) {
                    throw ImageException.malformed("this PNG has too little image data for its size");
                }
                done += count;
            }
        } catch (DataFormatException e) {
            throw ImageException.malformed("this PNG's image data is damaged: "
                    + (e.getMessage() == null ? "not a deflate stream" : e.getMessage()));
        }
    }

    /** Whether the stream ends here, complete and with a correct checksum. */
    boolean endsHere() {
        try {
            return inflate(new byte[1], 0, 1) == 0 && inflater.finished();
        } catch (DataFormatException e) {
            return false;
        }
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
