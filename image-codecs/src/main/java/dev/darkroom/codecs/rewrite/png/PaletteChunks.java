package dev.darkroom.codecs.rewrite.png;

import dev.darkroom.core.Bytes;
import java.util.BitSet;

/** Removes unused colours from PLTE and tRNS of a palette PNG (PNG 3rd edition, 11.2.2 and 11.3.1.1). */
public final class PaletteChunks {
    private static final byte OPAQUE = (byte) 0xFF;

    private PaletteChunks() {}

    /** Returns the PLTE data. Unused colours become black. Entries after the last used colour are removed. */
    public static Bytes palette(Bytes data, BitSet occurring) {
        byte[] colors = data.slice(0, Math.min(data.length(), 3 * Math.max(1, occurring.length())))
                .toArray();
        for (int i = 0; i < colors.length; i++) {
            colors[i] = occurring.get(i / 3) ? colors[i] : 0;
        }
        return Bytes.wrap(colors);
    }

    /** Returns the tRNS data. Unused colours become opaque. Entries after the last used colour are removed. */
    public static Bytes transparency(Bytes data, BitSet occurring) {
        byte[] alphas = data.slice(0, Math.min(data.length(), Math.max(1, occurring.length())))
                .toArray();
        for (int i = 0; i < alphas.length; i++) {
            alphas[i] = occurring.get(i) ? alphas[i] : OPAQUE;
        }
        return Bytes.wrap(alphas);
    }
}
