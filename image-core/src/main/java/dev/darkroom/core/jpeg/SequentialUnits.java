package dev.darkroom.core.jpeg;

import dev.darkroom.core.ImageException;

/** Reads the blocks of a sequential scan, each with all its coefficients (ITU-T T.81, F.2.2). */
final class SequentialUnits implements UnitReader {
    private final HuffmanCode[] dc;
    private final HuffmanCode[] ac;
    private final EntropyBits bits;

    SequentialUnits(ScanHeader scan, ScanGrid grid, ScanReader.Tables tables, EntropyBits bits) {
        this.bits = bits;
        this.dc = DcUnits.perBlock(scan, grid, component -> tables.at(component.dc()));
        this.ac = DcUnits.perBlock(scan, grid, component -> tables.at(4 + component.ac()));
    }

    @Override
    public void read(long units) throws ImageException {
        for (long unit = 0; unit < units && !bits.isExhausted(); unit++) {
            for (int block = 0; block < dc.length; block++) {
                bits.token(dc[block]);
                bits.sequentialCoefficients(ac[block]);
            }
        }
    }
}
