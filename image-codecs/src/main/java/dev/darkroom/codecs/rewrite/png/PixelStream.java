package dev.darkroom.codecs.rewrite.png;

import dev.darkroom.codecs.BytesOutputStream;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The compressed pixels of a PNG image or frame, without other data. The compressed bytes stay unchanged up to the end of the stream. They
 * are compressed anew in three cases: the stream continues after the last row or has no valid end; padding bits after the last pixel of a
 * row are set; or the stream is longer than stored blocks would be, for example because of empty blocks.
 */
public final class PixelStream {
    private static final int STEP = 32 * 1024;
    private static final int PIECE = 256 * 1024;

    private final List<Bytes> pieces;
    private final PixelRows rows;
    private final Deadline deadline;
    private final BitSet colors = new BitSet();
    /** Byte values that occur, counting only bytes in which all bits are pixels. */
    private final boolean[] bytes = new boolean[256];

    private boolean paddingIsSet;
    private boolean ends;
    private List<Bytes> kept = List.of();

    private PixelStream(List<Bytes> pieces, PixelRows rows, Deadline deadline) {
        this.deadline = deadline;
        this.pieces = pieces;
        this.rows = rows;
    }

    /**
     * Inflates the whole stream once. Memory covers at most two rows.
     *
     * @throws ImageException malformed if the data is damaged or has too few rows; stopped by the deadline; unsupported if a row does not fit into one array
     */
    public static PixelStream read(
            List<Bytes> pieces, int width, int height, int depth, int colorType, boolean interlaced, Deadline deadline)
            throws ImageException {
        PixelRows rows = PixelRows.of(width, height, depth, colorType, interlaced);
        if ((long) width * rows.bitsPerPixel() > Integer.MAX_VALUE - 8L) {
            throw ImageException.unsupported("this PNG's rows of " + width + " pixels do not fit into one array");
        }
        PixelStream stream = new PixelStream(pieces, rows, deadline);
        try (ChunkedInflater in = new ChunkedInflater(pieces, deadline)) {
            if (rows.areRead()) {
                stream.eachRow(in, stream::inspectRow);
                stream.addWholeBytes();
            } else {
                stream.eachStep(in, (bytes, count) -> {});
            }
            stream.ends = in.endsHere();
            if (stream.ends) {
                stream.kept = in.untilEnd();
            }
        } catch (IOException e) {
            throw ImageException.defect("a row could not be inspected", e);
        }
        return stream;
    }

    /** The palette indexes that occur in a palette picture. */
    public BitSet colors() {
        return colors;
    }

    /** The data of the chunks to write. */
    public List<Bytes> pieces() throws ImageException {
        long length = kept.stream().mapToLong(Bytes::length).sum();
        return ends && !paddingIsSet && length <= rows.storedBytes() ? kept : deflated();
    }

    private interface Rows {
        /**
         * @param row samples without the filter byte; the last byte may contain padding bits
         * @param width width of the row in pixels
         */
        void accept(byte[] row, int width) throws IOException;
    }

    private interface Steps {
        void accept(byte[] bytes, int count) throws IOException;
    }

    private void inspectRow(byte[] row, int width) {
        paddingIsSet |= (row[row.length - 1] & padding(row, width)) != 0;
        if (rows.palette()) {
            for (int x = 0; x < row.length - 1; x++) {
                bytes[row[x] & 0xFF] = true;
            }
            int last = width - (row.length - 1) * 8 / rows.bitsPerPixel();
            addColors(row[row.length - 1], last);
        }
    }

    private void addWholeBytes() {
        for (int value = 0; value < bytes.length; value++) {
            if (bytes[value]) {
                addColors(value, 8 / rows.bitsPerPixel());
            }
        }
    }

    /** Adds the colours of the first {@code pixels} pixels of a byte. */
    private void addColors(int value, int pixels) {
        int depth = rows.bitsPerPixel();
        for (int i = 0; i < pixels; i++) {
            colors.set(value >> 8 - depth * (i + 1) & (1 << depth) - 1);
        }
    }

    private int padding(byte[] row, int width) {
        return (1 << 8 * row.length - width * rows.bitsPerPixel()) - 1;
    }

    private void eachRow(ChunkedInflater in, Rows each) throws ImageException, IOException {
        byte[] filter = new byte[1];
        RowFilter undoing = new RowFilter();
        for (PixelRows.Pass pass : rows.passes()) {
            undoing.start((int) rows.rowBytes(pass));
            for (int y = 0; y < pass.rows(); y++) {
                in.read(filter, 0, 1);
                in.read(undoing.row(), 0, undoing.row().length);
                undoing.undo(filter[0] & 0xFF);
                each.accept(undoing.row(), pass.width());
                undoing.next();
            }
        }
    }

    private void eachStep(ChunkedInflater in, Steps each) throws ImageException, IOException {
        byte[] step = new byte[(int) Math.min(STEP, rows.bytes())];
        for (long left = rows.bytes(); left > 0; left -= STEP) {
            int count = (int) Math.min(STEP, left);
            in.read(step, 0, count);
            each.accept(step, count);
        }
    }

    private List<Bytes> deflated() throws ImageException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        // An animation can have many frames of a few bytes.
        BytesOutputStream bytes = new BytesOutputStream((int) Math.min(STEP, rows.storedBytes()));
        try (ChunkedInflater in = new ChunkedInflater(pieces, deadline);
                DeflaterOutputStream out =
                        new DeflaterOutputStream(bytes, deflater, (int) Math.min(STEP, rows.storedBytes()))) {
            if (paddingIsSet) {
                eachRow(in, (row, width) -> {
                    byte[] clean = row.clone();
                    clean[row.length - 1] &= (byte) ~padding(row, width);
                    out.write(0);
                    out.write(clean);
                });
            } else {
                eachStep(in, (step, count) -> out.write(step, 0, count));
            }
        } catch (IOException e) {
            throw ImageException.defect("an array could not be written to", e);
        } finally {
            deflater.end();
        }
        return cut(Bytes.wrap(bytes.toByteArray()));
    }

    private static List<Bytes> cut(Bytes stream) {
        List<Bytes> pieces = new ArrayList<>();
        for (int at = 0; at < stream.length(); at += PIECE) {
            pieces.add(stream.slice(at, Math.min(PIECE, stream.length() - at)));
        }
        return pieces;
    }
}
