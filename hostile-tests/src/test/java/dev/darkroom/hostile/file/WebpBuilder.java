package dev.darkroom.hostile.file;

/** Builds a WebP chunk by chunk (RFC 9649, section 2). The file may be valid or invalid. */
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
     * @param length length that the file declares
     */
    public WebpBuilder lyingChunk(long length, String type, byte[] data) {
        chunks.latin1(type).u32le(length).bytes(data).repeat(data.length & 1, 0);
        return this;
    }

    /** Adds a VP8X chunk. */
    public WebpBuilder extended(int flags, int width, int height) {
        return chunk(
                "VP8X",
                new ByteWriter().u32le(flags).u24le(width - 1).u24le(height - 1).toBytes());
    }

    /** Adds an ANIM chunk: transparent background, endless loop. */
    public WebpBuilder animation() {
        return chunk("ANIM", new byte[6]);
    }

    /**
     * Adds an ANMF chunk.
     *
     * @param left even
     * @param top even
     * @param picture a complete chunk: see {@link #bitstream}
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
     * @param size file size that the file declares
     */
    public byte[] end(long size) {
        return new ByteWriter()
                .latin1("RIFF")
                .u32le(size)
                .latin1("WEBP")
                .bytes(chunks.toBytes())
                .toBytes();
    }

    /** The picture chunk of a simple file, with the chunk header. */
    public static byte[] bitstream(byte[] simple) {
        return new ByteWriter().bytes(simple, 12, simple.length).toBytes();
    }
}
