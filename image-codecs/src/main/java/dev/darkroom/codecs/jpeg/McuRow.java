package dev.darkroom.codecs.jpeg;

import dev.darkroom.core.jpeg.EntropyTokens;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.RasterSpec;
import java.util.ArrayList;
import java.util.List;

/** Collects bands into rows of MCUs (ITU-T T.81, A.2). A gray MCU is one block. A YCbCr 4:2:0 MCU has six blocks, four of them luma. */
final class McuRow {
    private static final int CHROMA_SLOT = 1;

    private final Layout layout;
    private final int height;
    private final List<ComponentRows> components = new ArrayList<>();
    private final int units;
    private final int unitRows;
    private final EntropyTokens tokens;
    private final Runnable ended;
    private final RgbToYcbcr rgb;
    private int filled;
    private int done;

    /**
     * @param spec gray, YCbCr 4:2:0, or RGB, which is converted to YCbCr 4:2:0
     * @param tokens receives the tokens of the blocks
     * @param ended callback that runs after every row of MCUs
     */
    McuRow(RasterSpec spec, int quality, EntropyTokens tokens, Runnable ended) {
        this.layout = spec.layout();
        this.height = spec.height();
        this.tokens = tokens;
        this.ended = ended;
        this.unitRows = unitRows(spec);
        this.units = (spec.width() + unitRows - 1) / unitRows;
        int columns = units * unitRows;
        components.add(new ComponentRows(spec.width(), columns, unitRows, Quantization.luma(quality), 0));
        if (!layout.equals(Layout.GRAY)) {
            int width = (spec.width() + 1) / 2;
            int[] quanta = Quantization.chroma(quality);
            components.add(new ComponentRows(width, columns / 2, unitRows / 2, quanta, CHROMA_SLOT));
            components.add(new ComponentRows(width, columns / 2, unitRows / 2, quanta, CHROMA_SLOT));
        }
        this.rgb = new RgbToYcbcr(layout.equals(Layout.RGB) ? spec.width() : 0);
    }

    static long bytes(RasterSpec spec) {
        int rows = unitRows(spec);
        int columns = spec.width() + rows;
        return 2 * ComponentRows.bytes(columns, rows) + RgbToYcbcr.bytes(spec.width());
    }

    private static int unitRows(RasterSpec spec) {
        return (spec.layout().equals(Layout.GRAY) ? 1 : 2) * ForwardDct.SIZE;
    }

    void accept(Band band) {
        for (int y = 0; y < band.rows(); y++) {
            if (layout.equals(Layout.RGB)) {
                rgb.read(band.plane(), y, components, filled, done + filled + 1 == height);
            } else {
                read(band, y);
            }
            filled++;
            if (filled == unitRows || done + filled == height) {
                code();
            }
        }
    }

    private void read(Band band, int y) {
        for (int i = 0; i < components.size(); i++) {
            int shift = layout.shiftY(i);
            if (y >> shift << shift == y) {
                Plane plane = band.planes().get(i);
                plane.readRow(y >> shift, components.get(i).row(filled >> shift), 0);
                components.get(i).pad(filled >> shift);
            }
        }
    }

    private void code() {
        components.get(0).transform(filled);
        for (int i = 1; i < components.size(); i++) {
            components.get(i).transform((filled + 1) / 2);
        }
        for (int unit = 0; unit < units; unit++) {
            if (components.size() == 1) {
                components.get(0).code(0, unit, tokens);
            } else {
                code(unit);
            }
        }
        done += filled;
        filled = 0;
        ended.run();
    }

    private void code(int unit) {
        for (int down = 0; down < 2; down++) {
            components.get(0).code(down, 2 * unit, tokens);
            components.get(0).code(down, 2 * unit + 1, tokens);
        }
        components.get(1).code(0, unit, tokens);
        components.get(2).code(0, unit, tokens);
    }
}
