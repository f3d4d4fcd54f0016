package dev.darkroom.hostile.file;

/** Puts a WebP together chunk by chunk (RFC 9649, section 2), right or wrong. */
public final class WebpBuilder {
    public static final int ANIMATION = 0x02;
    public static final int XMP = 0x04;
    public static final int EXIF = 0x08;
    public static final int ALPHA = 0x10;
    public static final int PROFILE = 0x20;

    private final ByteWriter chunks = new ByteWriter();

    public WebpBuilder chunk(String type, byte[] data) {
        return lyingChunk(data.length, type, data);
    }

    /**
     * @param length as the file says
     */
    public WebpBuilder lyingChunk(long length, String type, byte[] data) {
        chunks.latin1(type).u32le(length).bytes(data).repeat(data.length & 1, 0);
        return this;
    }

    /** VP8X. */
    public WebpBuilder extended(int flags, int width, int height) {
        return chunk(
                "VP8X",
                new ByteWriter().u32le(flags).u24le(width - 1).u24le(height - 1).toBytes());
    }

    /** ANIM: transparent background, forever. */
    public WebpBuilder animation() {
        return chunk("ANIM", new byte[6]);
    }

    /**
     * ANMF.
     *
     * @param left even
     * @param top even
     * @param picture a chunk of its own: see {@link #bitstream}
     */
    public WebpBuilder frame(int left, int top, int width, int height, byte[] picture) {
        ByteWriter frame = new ByteWriter().u24le(left / 2).u24le(top / 2);
        frame.u24le(width - 1).u24le(height - 1).u24le(100).u8(0).bytes(picture);
        return chunk("ANMF", frame.toBytes());
    }

    public WebpBuilder raw(byte[] bytes) {
        chunks.bytes(bytes);
        return this;
    }

    public byte[] end() {
        return end(chunks.length() + 4L);
    }

    /**
     * @param size as the file says of itself
     */
    public byte[] end(long size) {
        return new ByteWriter()
                .latin1("RIFF")
                .u32le(size)
                .latin1("WEBP")
                .bytes(chunks.toBytes())
                .toBytes();
    }

    /** The picture's chunk of a simple file, header and all. */
    public static byte[] bitstream(byte[] simple) {
        return new ByteWriter().bytes(simple, 12, simple.length).toBytes();
    }
}
