package dev.darkroom.codecs.palette;

import java.util.ArrayList;
import java.util.List;

/** Divides the colours of a picture into boxes, always the box with the largest squared error, at its mean, across its longest axis. */
final class VarianceCut {
    private static final int CHANNELS = ColorCounts.CHANNELS;

    private final ColorCounts counts;
    private final int[] order;

    /** Colours from one place of the order to another. */
    private record Box(int from, int to, double[] mean, int axis, double error) {}

    private VarianceCut(ColorCounts counts) {
        this.counts = counts;
        this.order = new int[counts.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    /** The mean colours of at most {@code most} boxes, four channels for each. */
    static float[] colors(ColorCounts counts, int most) {
        return new VarianceCut(counts).cut(most);
    }

    private float[] cut(int most) {
        List<Box> boxes = new ArrayList<>();
        boxes.add(box(0, order.length));
        while (boxes.size() < most) {
            int worst = 0;
            for (int i = 1; i < boxes.size(); i++) {
                worst = boxes.get(i).error > boxes.get(worst).error ? i : worst;
            }
            Box box = boxes.get(worst);
            int at = partition(box);
            if (box.error <= 0 || at == box.from || at == box.to) {
                break;
            }
            boxes.set(worst, box(box.from, at));
            boxes.add(box(at, box.to));
        }
        float[] colors = new float[CHANNELS * boxes.size()];
        for (int i = 0; i < boxes.size(); i++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                colors[CHANNELS * i + channel] = (float) boxes.get(i).mean[channel];
            }
        }
        return colors;
    }

    private Box box(int from, int to) {
        double[] sums = new double[CHANNELS];
        double[] squares = new double[CHANNELS];
        double total = 0;
        for (int i = from; i < to; i++) {
            double pixels = counts.pixels(order[i]);
            total += pixels;
            for (int channel = 0; channel < CHANNELS; channel++) {
                double value = counts.mean(order[i], channel);
                sums[channel] += pixels * value;
                squares[channel] += pixels * value * value;
            }
        }
        int axis = 0;
        double error = 0;
        double worst = -1;
        for (int channel = 0; channel < CHANNELS; channel++) {
            double variance = Math.max(0, squares[channel] - sums[channel] * sums[channel] / total);
            error += variance;
            if (variance > worst) {
                worst = variance;
                axis = channel;
            }
            sums[channel] /= total;
        }
        return new Box(from, to, sums, axis, to - from > 1 ? error : 0);
    }

    /** Moves the colours below the mean before the others. Returns the place of the first other one. */
    private int partition(Box box) {
        int at = box.from;
        for (int i = box.from; i < box.to; i++) {
            if (counts.mean(order[i], box.axis) < box.mean[box.axis]) {
                int moved = order[i];
                order[i] = order[at];
                order[at++] = moved;
            }
        }
        return at;
    }
}
