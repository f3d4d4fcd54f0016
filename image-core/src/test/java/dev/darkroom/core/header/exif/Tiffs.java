package dev.darkroom.core.header.exif;

import dev.darkroom.core.header.ByteArrayBuilder;

/** Builds the TIFF structures of EXIF. */
public final class Tiffs {
    private Tiffs() {}

    /**
     * One orientation entry of any type.
     *
     * @param field the four bytes after type and count
     * @param outside bytes after the directory; header and directory are 26 bytes long
     */
    static ByteArrayBuilder withEntry(
            boolean little, int type, long count, ByteArrayBuilder field, ByteArrayBuilder outside) {
        return little
                ? new ByteArrayBuilder()
                        .text("II*\0")
                        .u32le(8)
                        .u16le(1)
                        .add(new ByteArrayBuilder()
                                .u16le(0x0112)
                                .u16le(type)
                                .u32le(count)
                                .add(field))
                        .u32le(0)
                        .add(outside)
                : new ByteArrayBuilder()
                        .text("MM\0*")
                        .u32(8)
                        .u16(1)
                        .add(new ByteArrayBuilder()
                                .u16(0x0112)
                                .u16(type)
                                .u32(count)
                                .add(field))
                        .u32(0)
                        .add(outside);
    }

    /** Two entries, the second of which is the orientation. */
    public static ByteArrayBuilder withOrientation(int value, boolean little) {
        if (little) {
            return new ByteArrayBuilder()
                    .text("II*\0")
                    .u32le(8)
                    .u16le(2)
                    .add(new ByteArrayBuilder().u16le(0x0100).u16le(4).u32le(1).u32le(17))
                    .add(new ByteArrayBuilder()
                            .u16le(0x0112)
                            .u16le(3)
                            .u32le(1)
                            .u16le(value)
                            .u16le(0))
                    .u32le(0);
        }
        return new ByteArrayBuilder()
                .text("MM\0*")
                .u32(8)
                .u16(2)
                .add(new ByteArrayBuilder().u16(0x0100).u16(4).u32(1).u32(17))
                .add(new ByteArrayBuilder().u16(0x0112).u16(3).u32(1).u16(value).u16(0))
                .u32(0);
    }
}
