package dev.darkroom.core.resample;

import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Resize;

/**
 * The geometry of one plane's resize along one axis of the source, in samples of the source plane. Positions are positions of sample edges:
 * sample {@code i} spans {@code [i, i + 1)}. Mirroring applies to positions, not to indexes, so the chroma of a picture with an odd size
 * keeps its position.
 *
 * @param sourceSamples number of samples of the source plane along this axis
 * @param targetSamples number of samples of the target plane along this axis
 * @param start start of the visible region
 * @param length length of the visible region
 * @param step source samples per target sample
 * @param mirrored whether target samples go from the region's end to its start
 */
public record ResizeAxis(
        int sourceSamples, int targetSamples, double start, double length, double step, boolean mirrored) {
    /** The position of the centre of a target sample in the source. */
    public double center(int target) {
        double along = (target + 0.5) * step;
        return mirrored ? start + length - along : start + along;
    }

    /** The geometry along the source's horizontal axis. */
    public static ResizeAxis horizontal(Resize resize, int plane) {
        Layout from = resize.source().layout();
        Layout to = resize.target().layout();
        boolean swap = resize.orientation().transposes();
        int content = swap ? resize.target().height() : resize.target().width();
        int samples = swap ? to.planeHeight(plane, content) : to.planeWidth(plane, content);
        int targetShift = swap ? to.shiftY(plane) : to.shiftX(plane);
        return along(
                from.planeWidth(plane, resize.source().width()),
                samples,
                resize.region().left(),
                resize.region().width(),
                content,
                from.shiftX(plane),
                targetShift,
                sitingShift(from, plane),
                resize.orientation().flipsX());
    }

    /** The geometry along the source's vertical axis. */
    public static ResizeAxis vertical(Resize resize, int plane) {
        Layout from = resize.source().layout();
        Layout to = resize.target().layout();
        boolean swap = resize.orientation().transposes();
        int content = swap ? resize.target().width() : resize.target().height();
        int samples = swap ? to.planeWidth(plane, content) : to.planeHeight(plane, content);
        int targetShift = swap ? to.shiftX(plane) : to.shiftY(plane);
        return along(
                from.planeHeight(plane, resize.source().height()),
                samples,
                resize.region().top(),
                resize.region().height(),
                content,
                from.shiftY(plane),
                targetShift,
                0,
                resize.orientation().flipsY());
    }

    /** The shift for left-sited chroma: a quarter of a chroma sample to the right in edge positions, relative to centered chroma. */
    private static double sitingShift(Layout layout, int plane) {
        return layout.siting() == Layout.Siting.LEFT && layout.shiftX(plane) == 1 ? 0.25 : 0;
    }

    private static ResizeAxis along(
            int sourceSamples,
            int targetSamples,
            double regionStart,
            double regionLength,
            int content,
            int sourceShift,
            int targetShift,
            double siting,
            boolean mirrored) {
        double perSample = 1 << sourceShift;
        double step = regionLength / content * (1 << targetShift) / perSample;
        return new ResizeAxis(
                sourceSamples,
                targetSamples,
                regionStart / perSample + siting,
                regionLength / perSample,
                step,
                mirrored);
    }
}
