package dev.darkroom.hostile.file;

/** Builds a GIF block by block (GIF89a). The file may be valid or invalid. */
public final class GifBuilder {
    private final ByteWriter out = new ByteWriter();

    /** Starts a GIF with a global table of four colours. */
    public static GifBuilder screen(int width, int height) {
        GifBuilder gif = new GifBuilder();
        gif.out.latin1("GIF89a").u16le(width).u16le(height).u8(0x81, 0, 0);
        gif.out.u8(0, 0, 0, 255, 0, 0, 0, 255, 0, 255, 255, 255);
        return gif;
    }

    public GifBuilder image(int left, int top, int width, int height, byte[] lzw) {
        return image(left, top, width, height, 0, lzw);
    }

    /**
     * @param flags 0x40 for interlaced
     * @param lzw minimum code size, sub-blocks and terminator: see {@link GifLzwBuilder}
     */
    public GifBuilder image(int left, int top, int width, int height, int flags, byte[] lzw) {
        out.u8(0x2C).u16le(left).u16le(top).u16le(width).u16le(height).u8(flags).bytes(lzw);
        return this;
    }

    public GifBuilder extension(int label, byte[] data) {
        out.u8(0x21, label).bytes(subBlocks(data));
        return this;
    }

    public GifBuilder raw(byte[] bytes) {
        out.bytes(bytes);
        return this;
    }

    public byte[] end() {
        return out.u8(0x3B).toBytes();
    }

    /** The file so far, without a trailer. */
    public byte[] cut() {
        return out.toBytes();
    }

    /** A complete, valid small picture. */
    public static byte[] innocent() {
        return screen(24, 24)
                .image(0, 0, 24, 24, GifLzwBuilder.encode(2, stripes(24 * 24)))
                .end();
    }

    /** A pattern of indices below four. */
    public static byte[] stripes(int count) {
        byte[] indices = new byte[count];
        for (int i = 0; i < count; i++) {
            indices[i] = (byte) (i / 5 + i / 24 & 3);
        }
        return indices;
    }

    public static byte[] subBlocks(byte[] data) {
        ByteWriter blocks = new ByteWriter();
        for (int at = 0; at < data.length; at += 255) {
            int end = Math.min(data.length, at + 255);
            blocks.u8(end - at).bytes(data, at, end);
        }
        return blocks.u8(0).toBytes();
    }
}
