package dev.darkroom.codecs.png;

import dev.darkroom.codecs.ByteOutput;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.PngChunk;
import dev.darkroom.spi.Band;
import dev.darkroom.spi.Encoder;
import dev.darkroom.spi.Layout;
import dev.darkroom.spi.Memory;
import dev.darkroom.spi.RasterSpec;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Filters and deflates row by row. */
final class PngEncoder implements Encoder {
    /** Of zlib's window and tables, outside the heap, and the piece being written. */
    private static final long FOREIGN_BYTES = 400 * 1024;

    private static final int PIECE = 32 * 1024;
    private static final int LEVEL = 6;

    private final RasterSpec spec;
    private final Memory.Charge charge;
    private final Deflater deflater = new Deflater(LEVEL);
    private final ByteOutput out;
    private final PngRowFilter filter;
    private final byte[] piece = new byte[PIECE];
    private int pieceLength;
    private byte[] row;
    private byte[] above;

    PngEncoder(RasterSpec spec, Memory memory) throws ImageException {
        this.spec = spec;
        this.charge = memory.charge(bytes(spec));
        int rowBytes = spec.layout().rowBytes(0, spec.width());
        this.row = new byte[rowBytes];
        this.above = new byte[rowBytes];
        this.filter = new PngRowFilter(rowBytes, spec.layout().channelsPerPlane());
        this.out = new ByteOutput((int) Math.min(1 << 20, spec.bytes() / 2 + 1024));
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(PngChunk.IHDR, header(), 13);
    }

    /** The row, the one above, and five filtered ones. */
    static long bytes(RasterSpec spec) {
        return FOREIGN_BYTES + 7L * (spec.layout().rowBytes(0, spec.width()) + 1);
    }

    @Override
    public void accept(Band band) {
        for (int y = 0; y < band.rows(); y++) {
            byte[] free = above;
            above = row;
            row = free;
            band.plane().readRow(y, row, 0);
            deflater.setInput(filter.best(row, above));
            while (!deflater.needsInput()) {
                deflate();
            }
        }
    }

    @Override
    public Bytes finish() {
        deflater.finish();
        while (!deflater.finished()) {
            deflate();
        }
        flush();
        chunk(PngChunk.IEND, piece, 0);
        return out.taken();
    }

    @Override
    public void close() {
        deflater.end();
        charge.close();
    }

    private void deflate() {
        pieceLength += deflater.deflate(piece, pieceLength, PIECE - pieceLength);
        if (pieceLength == PIECE) {
            flush();
        }
    }

    private void flush() {
        if (pieceLength > 0) {
            chunk(PngChunk.IDAT, piece, pieceLength);
            pieceLength = 0;
        }
    }

    private byte[] header() {
        PngType type = spec.layout().equals(Layout.GRAY)
                ? PngType.GRAY
                : spec.layout().hasAlpha() ? PngType.RGBA : PngType.RGB;
        return ByteBuffer.allocate(13)
                .putInt(spec.width())
                .putInt(spec.height())
                .put((byte) 8)
                .put((byte) type.code())
                .array();
    }

    private void chunk(int type, byte[] data, int length) {
        byte[] head = ByteBuffer.allocate(8).putInt(length).putInt(type).array();
        CRC32 crc = new CRC32();
        crc.update(head, 4, 4);
        crc.update(data, 0, length);
        out.writeBytes(head);
        out.write(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
