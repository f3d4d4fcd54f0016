package dev.darkroom.core.jpeg;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.jpeg.JpegFrame;
import java.util.Arrays;
import java.util.List;

/**
 * Tracks the coefficient bits that the scans of a JPEG have coded so far. Each bit of a coefficient is coded once and in order (ITU-T T.81,
 * G.1.1.1). A scan that codes a bit again would overwrite data that no decoder shows. So the check also bounds the number of scans.
 */
final class CoefficientProgress {
    private static final int NOTHING = -1;

    /** The lowest coded bit, by component and coefficient. */
    private final int[][] lowest;

    CoefficientProgress(JpegFrame frame) {
        lowest = new int[frame.components().size()][64];
        for (int[] component : lowest) {
            Arrays.fill(component, NOTHING);
        }
    }

    boolean isStarted(int component) {
        return Arrays.stream(lowest[component]).anyMatch(bit -> bit != NOTHING);
    }

    /** Whether every coefficient of every component was coded to its last bit. */
    boolean isComplete() {
        return Arrays.stream(lowest).flatMapToInt(Arrays::stream).allMatch(bit -> bit == 0);
    }

    void take(ScanHeader scan) throws ImageException {
        List<ScanHeader.Component> components = scan.components();
        for (ScanHeader.Component component : components) {
            int[] bits = lowest[component.index()];
            if (!scan.isDc() && bits[0] == NOTHING) {
                throw ImageException.malformed("this JPEG has an AC scan before the DC scan of the same component");
            }
            for (int k = scan.start(); k <= scan.end(); k++) {
                boolean follows = scan.isFirst() ? bits[k] == NOTHING : bits[k] == scan.high();
                if (!follows) {
                    throw ImageException.malformed(
                            "this JPEG has a scan that does not follow from the scans before it");
                }
                bits[k] = scan.low();
            }
        }
    }
}
