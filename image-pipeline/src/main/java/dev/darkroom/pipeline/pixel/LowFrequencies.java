package dev.darkroom.pipeline.pixel;

/**
 * The low-frequency terms of one channel's cosine transform: those above the antidiagonal.
 *
 * @param constant the first term
 * @param terms the other terms, row by row, scaled to 0 to 1, where 0.5 means zero; all are 0 if every term is zero
 * @param scale the largest absolute value of the other terms
 */
record LowFrequencies(double constant, double[] terms, double scale) {
    static LowFrequencies of(double[] channel, int width, int height, int across, int down) {
        double[] all = new double[across * down];
        int count = 0;
        double scale = 0;
        for (int v = 0; v < down; v++) {
            for (int u = 0; u * down < across * (down - v); u++) {
                double term = term(channel, width, height, u, v);
                all[count++] = term;
                if (count > 1) {
                    scale = Math.max(scale, Math.abs(term));
                }
            }
        }
        double[] terms = new double[count - 1];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = scale > 0 ? 0.5 + 0.5 / scale * all[i + 1] : all[i + 1];
        }
        return new LowFrequencies(all[0], terms, scale);
    }

    private static double term(double[] channel, int width, int height, int u, int v) {
        double[] columns = new double[width];
        for (int x = 0; x < width; x++) {
            columns[x] = StrictMath.cos(Math.PI / width * u * (x + 0.5));
        }
        double sum = 0;
        for (int y = 0; y < height; y++) {
            double row = StrictMath.cos(Math.PI / height * v * (y + 0.5));
            for (int x = 0; x < width; x++) {
                sum += channel[x + y * width] * columns[x] * row;
            }
        }
        return sum / (width * height);
    }
}
