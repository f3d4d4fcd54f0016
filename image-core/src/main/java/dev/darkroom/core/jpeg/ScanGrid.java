package dev.darkroom.core.jpeg;

import dev.darkroom.core.header.jpeg.JpegFrame;
import java.util.List;

/** Counts the blocks of 8 x 8 samples of a JPEG's components (ITU-T T.81, A.2). */
final class ScanGrid {
    private final JpegFrame frame;
    private final int mostX;
    private final int mostY;

    ScanGrid(JpegFrame frame) {
        this.frame = frame;
        this.mostX = frame.components().stream()
                .mapToInt(JpegFrame.Component::horizontal)
                .max()
                .orElseThrow();
        this.mostY = frame.components().stream()
                .mapToInt(JpegFrame.Component::vertical)
                .max()
                .orElseThrow();
    }

    /** The number of MCUs of a scan. In a scan of a single component an MCU is one block, and there are no blocks outside the picture. */
    long units(List<ScanHeader.Component> components) {
        if (components.size() == 1) {
            int index = components.get(0).index();
            return (long) across(index) * down(index);
        }
        return (long) ceil(frame.width(), 8 * mostX) * ceil(frame.height(), 8 * mostY);
    }

    /** The number of blocks of a component in each MCU of a scan. */
    int perUnit(ScanHeader.Component component, int componentsInScan) {
        JpegFrame.Component c = frame.components().get(component.index());
        return componentsInScan == 1 ? 1 : c.horizontal() * c.vertical();
    }

    /** The number of blocks of a component in a row. */
    int across(int component) {
        int samples = ceil(frame.width() * frame.components().get(component).horizontal(), mostX);
        return ceil(samples, 8);
    }

    int down(int component) {
        int samples = ceil(frame.height() * frame.components().get(component).vertical(), mostY);
        return ceil(samples, 8);
    }

    private static int ceil(int value, int unit) {
        return (value + unit - 1) / unit;
    }
}
