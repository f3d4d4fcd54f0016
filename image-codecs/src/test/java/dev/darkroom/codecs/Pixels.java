package dev.darkroom.codecs;

/** A decoded picture in a test, as interleaved 8-bit rows without padding, with 1, 3 or 4 channels. */
public record Pixels(int width, int height, int channels, byte[] samples) {

    public static Pixels empty(int width, int height, int channels) {
        return new Pixels(width, height, channels, new byte[width * height * channels]);
    }

    public int at(int x, int y, int channel) {
        return samples[(y * width + x) * channels + channel] & 0xFF;
    }

    public void set(int x, int y, int channel, int value) {
        samples[(y * width + x) * channels + channel] = (byte) value;
    }

    public Pixels rgb() {
        Pixels out = empty(width, height, 3);
        for (int i = 0; i < out.samples.length; i++) {
            out.samples[i] = (byte) rgba(i / 3, i % 3);
        }
        return out;
    }

    private int alpha(int pixel) {
        return rgba(pixel, 3);
    }

    private int rgba(int pixel, int c) {
        return c == 3 && channels < 4 ? 255 : samples[pixel * channels + (channels == 1 ? 0 : c)] & 0xFF;
    }

    public boolean sameSize(Pixels other) {
        return width == other.width && height == other.height;
    }

    /** The largest difference of a sample. Pixels that are fully transparent in both pictures are ignored. */
    public int worstDifference(Pixels other) {
        return (int) differences(other)[0];
    }

    public double meanDifference(Pixels other) {
        return differences(other)[1];
    }

    private double[] differences(Pixels other) {
        if (!sameSize(other)) {
            throw new AssertionError(width + "x" + height + " against " + other.width + "x" + other.height);
        }
        long worst = 0;
        long sum = 0;
        for (int i = 0; i < width * height; i++) {
            boolean unseen = alpha(i) == 0 && other.alpha(i) == 0;
            for (int c = 0; c < 4 && !unseen; c++) {
                int difference = Math.abs(rgba(i, c) - other.rgba(i, c));
                worst = Math.max(worst, difference);
                sum += difference;
            }
        }
        return new double[] {worst, sum / (4.0 * width * height)};
    }

    @Override
    public String toString() {
        return width + "x" + height + "x" + channels;
    }
}
