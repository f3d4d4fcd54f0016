package dev.darkroom.pipeline.pixel;

/**
 * The channels of ThumbHash: luminance {@code l}, yellow - blue {@code p}, red - green {@code q}, and alpha {@code a}. The range is 0 to 1,
 * for p and q -1 to 1. Transparent parts are blended with the picture's average colour.
 */
record ThumbHashChannels(double[] l, double[] p, double[] q, double[] a, boolean hasAlpha) {
    static ThumbHashChannels of(byte[] rgba) {
        int count = rgba.length / 4;
        double red = 0;
        double green = 0;
        double blue = 0;
        double alphas = 0;
        for (int at = 0; at < rgba.length; at += 4) {
            double alpha = (rgba[at + 3] & 0xFF) / 255.0;
            double weight = alpha / 255;
            red += weight * (rgba[at] & 0xFF);
            green += weight * (rgba[at + 1] & 0xFF);
            blue += weight * (rgba[at + 2] & 0xFF);
            alphas += alpha;
        }
        if (alphas > 0) {
            red /= alphas;
            green /= alphas;
            blue /= alphas;
        }
        ThumbHashChannels channels = new ThumbHashChannels(
                new double[count], new double[count], new double[count], new double[count], alphas < count);
        for (int i = 0, at = 0; i < count; i++, at += 4) {
            double alpha = (rgba[at + 3] & 0xFF) / 255.0;
            double weight = alpha / 255;
            double r = red * (1 - alpha) + weight * (rgba[at] & 0xFF);
            double g = green * (1 - alpha) + weight * (rgba[at + 1] & 0xFF);
            double b = blue * (1 - alpha) + weight * (rgba[at + 2] & 0xFF);
            channels.l[i] = (r + g + b) / 3;
            channels.p[i] = (r + g) / 2 - b;
            channels.q[i] = r - g;
            channels.a[i] = alpha;
        }
        return channels;
    }
}
