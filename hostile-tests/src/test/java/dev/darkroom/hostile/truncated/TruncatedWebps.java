package dev.darkroom.hostile.truncated;

import static dev.darkroom.hostile.file.WebpBuilder.ANIMATION;
import static dev.darkroom.hostile.file.WebpBuilder.EXIF;
import static dev.darkroom.hostile.file.WebpBuilder.bitstream;
import static dev.darkroom.hostile.truncated.TruncatedFile.accepted;
import static dev.darkroom.hostile.truncated.TruncatedFile.cut;
import static dev.darkroom.hostile.truncated.TruncatedFile.cutIsRefused;
import static dev.darkroom.hostile.truncated.TruncatedFile.refused;

import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.ValidPictures;
import dev.darkroom.hostile.file.WebpBuilder;
import java.util.Arrays;
import java.util.List;

/** WebP: the RIFF size, the picture's chunk, frames. */
final class TruncatedWebps {
    private static final String EARLY = ".*(ends early|is cut off|but there are|truncated or damaged|too few for).*";
    private static final String TAIL = "this WebP ends early: its picture is whole, but what follows it is cut off";
    private static final int SIDE = ValidPictures.SIDE;

    private TruncatedWebps() {}

    static List<TruncatedFile> all() {
        byte[] lossy = ValidPictures.webp();
        byte[] lossless = ValidPictures.losslessWebp();
        return List.of(
                cutIsRefused("lossy WebP that ends within its picture", EARLY, lossy, 16, dataEnd(lossy)),
                cutIsRefused("lossless WebP that ends within its picture", EARLY, lossless, 16, dataEnd(lossless)),
                refused(
                        "WebP whose picture and lengths are cut",
                        EARLY,
                        withCutPicture("VP8 ", lossy),
                        withCutPicture("VP8L", lossless)),
                accepted(
                        "WebP that says it is longer than it is",
                        new WebpBuilder().raw(bitstream(lossy)).end(lossy.length + 100L),
                        lossy,
                        TAIL),
                accepted("WebP with bytes behind what it says is its end", ByteWriter.join(lossy, new byte[99]), lossy),
                refused(
                        "WebP that says it ends within its picture",
                        EARLY,
                        new WebpBuilder().raw(bitstream(lossy)).end(lossy.length - 20L)),
                accepted(
                        "WebP that ends within a chunk behind its picture",
                        cut(still().chunk("EXIF", new byte[40]).end(), 30),
                        still().end(),
                        TAIL),
                accepted(
                                "WebP animation that ends within its last frame",
                                cut(frames(3), 9),
                                frames(3),
                                frame(2),
                                copyEnds(2))
                        .copiedWith(2),
                accepted(
                                "WebP animation whose last chunk is longer than the file",
                                resized(cut(frames(3), 9)),
                                frames(3),
                                frame(2),
                                copyEnds(2))
                        .copiedWith(2),
                accepted(
                        "WebP animation that ends within its second frame",
                        cut(frames(2), 9),
                        frames(2),
                        frame(1),
                        copyEnds(1)),
                refused("WebP animation that ends within its first frame", EARLY, cut(frames(1), 9)));
    }

    private static String frame(int number) {
        return "this WebP ends early: what follows its frame " + number + ", the last whole one, is cut off";
    }

    private static String copyEnds(int frames) {
        return "the rewritten WebP ends with frame " + frames + ", the last whole one";
    }

    private static WebpBuilder still() {
        return new WebpBuilder().extended(EXIF, SIDE, SIDE).raw(bitstream(ValidPictures.webp()));
    }

    private static byte[] frames(int count) {
        WebpBuilder webp = new WebpBuilder().extended(ANIMATION, SIDE, SIDE).animation();
        for (int i = 0; i < count; i++) {
            webp.frame(0, 0, SIDE, SIDE, bitstream(ValidPictures.webp()));
        }
        return webp.end();
    }

    /** Without the padding byte of an odd length. */
    private static int dataEnd(byte[] simple) {
        return 20 + (simple[16] & 0xFF | (simple[17] & 0xFF) << 8);
    }

    private static byte[] withCutPicture(String type, byte[] simple) {
        return new WebpBuilder()
                .chunk(type, Arrays.copyOfRange(simple, 20, dataEnd(simple) - 12))
                .end();
    }

    /** With the RIFF size of what is left. */
    private static byte[] resized(byte[] file) {
        return new WebpBuilder().raw(bitstream(file)).end();
    }
}
