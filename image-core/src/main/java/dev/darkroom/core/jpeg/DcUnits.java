package dev.darkroom.core.jpeg;

import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads DC coefficients of a progressive scan: their first bits, or one more bit of each (ITU-T T.81, G.1.2.1). */
final class DcUnits implements UnitReader {
    private final boolean first;
    private final HuffmanCode[] codes;
    private final int blocks;
    private final EntropyBits bits;

    DcUnits(ScanHeader scan, ScanGrid grid, ScanReader.Tables tables, EntropyBits bits) {
        this.bits = bits;
        this.first = scan.isFirst();
        this.codes = first ? perBlock(scan, grid, component -> tables.at(component.dc())) : new HuffmanCode[0];
        this.blocks = scan.components().stream()
                .mapToInt(component -> grid.perUnit(component, scan.components().size()))
                .sum();
    }

    /** The Huffman table of each block of an MCU. */
    static HuffmanCode[] perBlock(ScanHeader scan, ScanGrid grid, Function<ScanHeader.Component, HuffmanCode> table) {
        List<HuffmanCode> codes = new ArrayList<>();
        for (ScanHeader.Component component : scan.components()) {
            HuffmanCode code = table.apply(component);
            int blocks = grid.perUnit(component, scan.components().size());
            for (int i = 0; i < blocks; i++) {
                codes.add(code);
            }
        }
        return codes.toArray(HuffmanCode[]::new);
    }

    @Override
    public void read(long units) throws ImageException {
        for (long unit = 0; unit < units && !bits.isExhausted(); unit++) {
            if (!first) {
                bits.skip(blocks);
            }
            for (HuffmanCode code : codes) {
                bits.token(code);
            }
        }
    }
}
