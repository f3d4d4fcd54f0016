package dev.darkroom.hostile.metadata;

import dev.darkroom.hostile.metadata.scan.EndianWriter;
import java.util.Random;

/** Hides data in a WebP (RFC 9649): in metadata chunks, in unknown chunks, and after its end. The file becomes an extended one. */
final class WebpHiddenData {
    private static final int ICC = 0x20;
    private static final int EXIF = 0x08;
    private static final int XMP = 0x04;
    private static final int ANIMATED = 0x02;

    private final Canaries needles;
    private final Random random;
    private boolean owned;

    private WebpHiddenData(Canaries needles, Random random) {
        this.needles = needles;
        this.random = random;
    }

    /**
     * @param clean a simple file
     */
    static byte[] hide(byte[] clean, int width, int height, Canaries needles, Random random) {
        return new WebpHiddenData(needles, random).hide(clean, width, height);
    }

    private byte[] hide(byte[] clean, int width, int height) {
        int flags = random.nextInt(8);
        boolean icc = (flags & 1) != 0;
        boolean animated = flags >= 5;
        EndianWriter body = EndianWriter.little().text("WEBP");
        chunk(
                body,
                "VP8X",
                EndianWriter.little()
                        .u32((icc ? ICC : 0) | (animated ? ANIMATED : 0) | EXIF | XMP)
                        .u16(width - 1)
                        .u8(0)
                        .u16(height - 1)
                        .u8(0)
                        .toArray());
        if (icc) {
            chunk(body, "ICCP", CommonHiddenData.profile(needles));
        }
        unknown(body);
        if (animated) {
            chunk(body, "ANIM", new byte[6]);
            frame(body, clean, width, height);
            frame(body, clean, width, height);
        } else {
            body.bytes(clean, 12, clean.length);
        }
        unknown(body);
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            plant(body);
        }
        byte[] riff = body.toArray();
        EndianWriter out = EndianWriter.little().text("RIFF").u32(riff.length).bytes(riff);
        if (random.nextInt(3) == 0) {
            out.bytes(CommonHiddenData.video(needles));
        }
        return out.toArray();
    }

    /** Writes a frame. Frames can contain unknown chunks. */
    private void frame(EndianWriter body, byte[] clean, int width, int height) {
        EndianWriter frame = EndianWriter.little()
                .bytes(new byte[6])
                .u16(width - 1)
                .u8(0)
                .u16(height - 1)
                .u8(0)
                .bytes(new byte[] {40, 0, 0, 0})
                .bytes(clean, 12, clean.length);
        unknown(frame);
        chunk(body, "ANMF", frame.toArray());
    }

    private void unknown(EndianWriter body) {
        if (random.nextBoolean()) {
            chunk(body, random.nextBoolean() ? "JUNK" : "C2PA", text(needles.hidden("unknown chunk")));
        }
    }

    private void plant(EndianWriter body) {
        boolean rights = !owned;
        switch (random.nextInt(3)) {
            case 0 -> {
                owned = true;
                byte[] tiff = CameraTiff.make(needles, random, rights);
                chunk(
                        body,
                        "EXIF",
                        random.nextBoolean()
                                ? tiff
                                : EndianWriter.big()
                                        .text("Exif\0\0")
                                        .bytes(tiff)
                                        .toArray());
            }
            case 1 -> {
                owned = true;
                chunk(body, "XMP ", CommonHiddenData.xmp(needles, rights));
            }
            default -> unknown(body);
        }
    }

    private static byte[] text(String text) {
        return EndianWriter.big().text(text).toArray();
    }

    private static void chunk(EndianWriter out, String type, byte[] data) {
        out.text(type).u32(data.length).bytes(data);
        if (data.length % 2 == 1) {
            out.u8(0);
        }
    }
}
