package dev.darkroom.codecs.png;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes valid and malformed PNG test files from samples at their stored depth. It shares no code with the code under test. The filters are
 * implemented here again from the specification.
 */
final class PngFixture {
    /**
     * Left, top, horizontal step and vertical step of each pass (PNG 3rd edition, 8.1). {@link #WHOLE} is for pictures without interlacing.
     */
    private static final int[][] ADAM7 = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private static final int[][] WHOLE = {{0, 0, 1, 1}};

    final int width;
    final int height;
    final int depth;
    final int colorType;
    final int[] samples;
    private final List<byte[]> beforeData = new ArrayList<>();
    private final List<byte[]> afterData = new ArrayList<>();
    private boolean interlaced;
    private int filter = -1;
    private int pieces = 1;
    private int rowsLeftOut;

    PngFixture(int width, int height, int depth, int colorType, int[] samples) {
        this.width = width;
        this.height = height;
        this.depth = depth;
        this.colorType = colorType;
        this.samples = samples;
    }

    /** Makes a fixture with random samples over the whole range of the depth. */
    static PngFixture random(int width, int height, int depth, int colorType, long seed) {
        Random random = new Random(seed);
        int[] samples = new int[width * height * channels(colorType)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextInt(1 << depth);
        }
        return new PngFixture(width, height, depth, colorType, samples);
    }

    static int channels(int colorType) {
        return switch (colorType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    PngFixture interlaced(boolean on) {
        interlaced = on;
        return this;
    }

    /** Uses the same filter for all rows. By default, the filter changes from row to row. */
    PngFixture filter(int type) {
        filter = type;
        return this;
    }

    /** Splits the image data into {@code count} IDAT chunks. */
    PngFixture pieces(int count) {
        pieces = count;
        return this;
    }

    PngFixture leaveOutRows(int count) {
        rowsLeftOut = count;
        return this;
    }

    PngFixture chunk(String type, int... data) {
        beforeData.add(framed(type, bytes(data)));
        return this;
    }

    PngFixture chunk(String type, byte[] data) {
        beforeData.add(framed(type, data));
        return this;
    }

    PngFixture chunkAfterData(String type, byte[] data) {
        afterData.add(framed(type, data));
        return this;
    }

    byte[] file() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10));
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(header)) {
            data.writeInt(width);
            data.writeInt(height);
            data.write(bytes(depth, colorType, 0, 0, interlaced ? 1 : 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.writeBytes(framed("IHDR", header.toByteArray()));
        beforeData.forEach(out::writeBytes);
        byte[] deflated = deflate(rows());
        for (int i = 0; i < pieces; i++) {
            int from = (int) ((long) deflated.length * i / pieces);
            int to = (int) ((long) deflated.length * (i + 1) / pieces);
            out.writeBytes(framed("IDAT", Arrays.copyOfRange(deflated, from, to)));
        }
        afterData.forEach(out::writeBytes);
        out.writeBytes(framed("IEND", new byte[0]));
        return out.toByteArray();
    }

    static byte[] framed(String type, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        try (DataOutputStream chunk = new DataOutputStream(out)) {
            chunk.writeInt(data.length);
            chunk.write(name);
            chunk.write(data);
            chunk.writeInt((int) crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private byte[] rows() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int written = 0;
        for (int[] pass : interlaced ? ADAM7 : WHOLE) {
            byte[] above = null;
            for (int y = pass[1]; y < height && pass[0] < width; y += pass[3]) {
                byte[] row = packed(y, pass[0], pass[2]);
                int type = filter >= 0 ? filter : written % 5;
                if (y < height - rowsLeftOut) {
                    out.write(type);
                    out.writeBytes(filtered(type, row, above == null ? new byte[row.length] : above));
                }
                above = row;
                written++;
            }
        }
        return out.toByteArray();
    }

    private byte[] packed(int y, int left, int step) {
        int channels = channels(colorType);
        int count = (width - left + step - 1) / step;
        byte[] row = new byte[(count * channels * depth + 7) / 8];
        int bit = 0;
        for (int x = left; x < width; x += step) {
            for (int c = 0; c < channels; c++) {
                int sample = samples[(y * width + x) * channels + c];
                for (int b = depth - 1; b >= 0; b--, bit++) {
                    row[bit / 8] |= (byte) ((sample >> b & 1) << 7 - bit % 8);
                }
            }
        }
        return row;
    }

    private byte[] filtered(int type, byte[] row, byte[] above) {
        int unit = Math.max(1, depth * channels(colorType) / 8);
        byte[] out = new byte[row.length];
        for (int i = 0; i < row.length; i++) {
            int a = i < unit ? 0 : row[i - unit] & 255;
            int b = above[i] & 255;
            int c = i < unit ? 0 : above[i - unit] & 255;
            int p = a + b - c;
            int pa = Math.abs(p - a);
            int pb = Math.abs(p - b);
            int pc = Math.abs(p - c);
            int paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
            int[] predictions = {0, a, b, (a + b) / 2, paeth};
            out[i] = (byte) (row[i] - (type < 5 ? predictions[type] : 0));
        }
        return out;
    }

    private static byte[] deflate(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[data.length + 1000];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    private static byte[] bytes(int... values) {
        byte[] out = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            out[i] = (byte) values[i];
        }
        return out;
    }
}
