package dev.darkroom.codecs.gif;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.gif.GifImage;
import dev.darkroom.spi.codec.Memory;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An image's rows of indices from the top down. Interlaced ones are all read before the first is given, because the second row comes
 * last (GIF89a, appendix E).
 */
final class GifIndexRows implements AutoCloseable {
    private static final int[] FIRST_ROW = {0, 4, 2, 1};
    private static final int[] STEP = {8, 8, 4, 2};
    /** Before each row of the block stands how many of its indices there are. */
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

    /** What {@link #open} takes from memory. */
    static long blockBytes(GifImage image) {
        return image.interlaced() ? (long) (COUNT_BYTES + image.width()) * image.height() : 0;
    }

    /** Reads the next row. Returns how many of its indices, from the left, there are: fewer where the picture ended before. */
    int next() throws ImageException {
        if (block == null) {
            return lzw.read(row, width);
        }
        int at = y++ * (COUNT_BYTES + width);
        block.buffer().get(at + COUNT_BYTES, row, 0, width);
        return block.buffer().getInt(at);
    }

    /** The row last read. */
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
