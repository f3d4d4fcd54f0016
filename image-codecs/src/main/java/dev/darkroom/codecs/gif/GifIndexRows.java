package dev.darkroom.codecs.gif;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.gif.GifImage;
import dev.darkroom.spi.codec.Memory;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Returns an image's rows of colour indices from top to bottom. The rows of an interlaced image are all read first, because the second row
 * is stored in the last pass (GIF89a, appendix E).
 */
final class GifIndexRows implements AutoCloseable {
    private static final int[] FIRST_ROW = {0, 4, 2, 1};
    private static final int[] STEP = {8, 8, 4, 2};
    /** Bytes of the index count that precedes each row in the block. */
    private static final int COUNT_BYTES = 4;

    private final GifLzwDecoder lzw;
    private final int width;
    private final byte[] row;
    private final Memory.@Nullable Block block;
    private int y;

    private GifIndexRows(GifImage image, GifLzwDecoder lzw, Memory.@Nullable Block block) {
        this.lzw = lzw;
        this.width = image.width();
        this.row = new byte[width];
        this.block = block;
    }

    static GifIndexRows open(GifImage image, GifLzwDecoder lzw, Memory memory) throws ImageException {
        if (!image.interlaced()) {
            return new GifIndexRows(image, lzw, null);
        }
        Memory.Block block = memory.allocate(blockBytes(image), 1);
        try {
            GifIndexRows rows = new GifIndexRows(image, lzw, block);
            rows.readAll(block.buffer(), image.height());
            return rows;
        } catch (ImageException | RuntimeException e) {
            block.close();
            throw e;
        }
    }

    /** Bytes that {@link #open} allocates from memory. */
    static long blockBytes(GifImage image) {
        return image.interlaced() ? (long) (COUNT_BYTES + image.width()) * image.height() : 0;
    }

    /**
     * Reads the next row. Returns the number of valid indices from the left. The number is smaller than the width if the picture data ended
     * before.
     */
    int next() throws ImageException {
        if (block == null) {
            return lzw.read(row, width);
        }
        int at = y++ * (COUNT_BYTES + width);
        block.buffer().get(at + COUNT_BYTES, row, 0, width);
        return block.buffer().getInt(at);
    }

    /** The row that was read last. */
    byte[] row() {
        return row;
    }

    private void readAll(ByteBuffer buffer, int height) throws ImageException {
        for (int pass = 0; pass < STEP.length; pass++) {
            for (int to = FIRST_ROW[pass]; to < height; to += STEP[pass]) {
                int count = lzw.read(row, width);
                int at = to * (COUNT_BYTES + width);
                buffer.putInt(at, count);
                buffer.put(at + COUNT_BYTES, row, 0, count);
            }
        }
    }

    @Override
    public void close() {
        if (block != null) {
            block.close();
        }
    }
}
