package dev.darkroom.core.header.exif;

import dev.darkroom.core.header.Bin;

/** TIFF structures as EXIF has them. */
public final class Tiffs {
    private Tiffs() {}

    /** Two entries, the second of which is the orientation. */
    public static Bin withOrientation(int value, boolean little) {
        if (little) {
            return new Bin()
                    .text("II*\0")
                    .u32le(8)
                    .u16le(2)
                    .add(new Bin().u16le(0x0100).u16le(4).u32le(1).u32le(17))
                    .add(new Bin().u16le(0x0112).u16le(3).u32le(1).u16le(value).u16le(0))
                    .u32le(0);
        }
        return new Bin()
                .text("MM\0*")
                .u32(8)
                .u16(2)
                .add(new Bin().u16(0x0100).u16(4).u32(1).u32(17))
                .add(new Bin().u16(0x0112).u16(3).u32(1).u16(value).u16(0))
                .u32(0);
    }
}
