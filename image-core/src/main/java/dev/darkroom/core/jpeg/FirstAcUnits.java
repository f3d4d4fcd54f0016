package dev.darkroom.core.jpeg;

import dev.darkroom.core.ImageException;

/** Reads the first scan of AC coefficients in a progressive JPEG (ITU-T T.81, G.1.2.2). */
final class FirstAcUnits implements UnitReader {
    private final ScanHeader scan;
    private final HuffmanCode code;
    private final NonzeroCoefficients nonzero;
    private final EntropyBits bits;
    private long block;
    private int skipped;

    FirstAcUnits(ScanHeader scan, HuffmanCode code, NonzeroCoefficients nonzero, EntropyBits bits) {
        this.scan = scan;
        this.code = code;
        this.nonzero = nonzero;
        this.bits = bits;
    }

    @Override
    public void startInterval() {
        skipped = 0;
    }

    @Override
    public void read(long units) throws ImageException {
        long end = block + units;
        while (block < end && !bits.isExhausted()) {
            if (skipped > 0) {
                long some = Math.min(skipped, end - block);
                block += some;
                skipped -= (int) some;
            } else {
                long found = coefficients();
                if (found != 0) {
                    nonzero.add(block, found);
                }
                block++;
            }
        }
        block = end;
    }

    private long coefficients() throws ImageException {
        long found = 0;
        for (int k = scan.start(); k <= scan.end(); k++) {
            int symbol = bits.token(code);
            int length = symbol & 15;
            int zeros = symbol >> 4;
            if (length == 0 && zeros != 15) {
                skipped = (1 << zeros) - 1 + bits.read(zeros);
                return found;
            }
            k += zeros;
            if (length > 0) {
                if (k > scan.end() || length + scan.low() > 15) {
                    throw ImageException.malformed("this JPEG is damaged: a coefficient is outside of its scan");
                }
                found |= 1L << k;
            }
        }
        return found;
    }
}
