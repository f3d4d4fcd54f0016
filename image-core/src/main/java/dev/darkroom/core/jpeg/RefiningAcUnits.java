package dev.darkroom.core.jpeg;

import dev.darkroom.core.ImageException;

/** Reads a scan of a progressive JPEG with one more bit of each AC coefficient (ITU-T T.81, G.1.2.3). */
final class RefiningAcUnits implements UnitReader {
    private final ScanHeader scan;
    private final HuffmanCode code;
    private final NonzeroCoefficients nonzero;
    private final EntropyBits bits;
    private long block;
    private int ended;

    RefiningAcUnits(ScanHeader scan, HuffmanCode code, NonzeroCoefficients nonzero, EntropyBits bits) {
        this.scan = scan;
        this.code = code;
        this.nonzero = nonzero;
        this.bits = bits;
    }

    @Override
    public void startInterval() {
        ended = 0;
    }

    @Override
    public void read(long units) throws ImageException {
        long end = block + units;
        while (block < end && !bits.isExhausted()) {
            long next = ended == 0 ? block : Math.min(nonzero.nextPossible(block), Math.min(end, block + ended));
            if (next > block) {
                ended -= (int) (next - block);
                block = next;
                continue;
            }
            int k = scan.start();
            if (ended == 0) {
                k = coefficients();
            }
            if (ended > 0) {
                bits.skip(Long.bitCount(nonzero.of(block) & band(k)));
                ended--;
            }
            block++;
        }
        block = end;
    }

    /** Reads a block's coefficients and returns the position after them. */
    private int coefficients() throws ImageException {
        long known = nonzero.of(block);
        long found = 0;
        int k = scan.start();
        for (; k <= scan.end(); k++) {
            int symbol = bits.token(code);
            int length = symbol & 15;
            int zeros = symbol >> 4;
            if (length == 0 && zeros != 15) {
                ended = (1 << zeros) + bits.read(zeros);
                break;
            }
            if (length > 1) {
                throw ImageException.malformed("this JPEG is damaged: a refined coefficient has more than one bit");
            }
            for (; k <= scan.end(); k++) {
                if ((known >> k & 1) != 0) {
                    bits.skip(1);
                } else if (--zeros < 0) {
                    break;
                }
            }
            if (length > 0) {
                if (k > scan.end()) {
                    throw ImageException.malformed("this JPEG is damaged: a coefficient is outside of its scan");
                }
                found |= 1L << k;
            }
        }
        if (found != 0) {
            nonzero.add(block, found);
        }
        return k;
    }

    /** A bit mask of the scan's coefficients, starting at this one. */
    private long band(int from) {
        return from > scan.end() ? 0 : -1L << from & -1L >>> 63 - scan.end();
    }
}
