package dev.darkroom.core.jpeg;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.jpeg.JpegFrame;
import java.util.Arrays;
import java.util.List;

/**
 * What the scans of a JPEG have coded so far. Each bit of a coefficient is coded once and in order (ITU-T T.81, G.1.1.1): a scan that codes
 * it again would overwrite what no decoder then shows. So the number of scans is bounded too.
 */
final class CoefficientProgress {
    private static final int NOTHING = -1;

    /** By component and coefficient, the lowest bit that was coded. */
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

    void take(ScanHeader scan) throws ImageException {
        List<ScanHeader.Component> components = scan.components();
        for (ScanHeader.Component component : components) {
            int[] bits = lowest[component.index()];
            if (!scan.isDc() && bits[0] == NOTHING) {
                throw ImageException.malformed("this JPEG has a scan of details before the one that they belong to");
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
