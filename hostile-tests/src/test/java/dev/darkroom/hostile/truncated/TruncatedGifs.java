package dev.darkroom.hostile.truncated;

import static dev.darkroom.hostile.file.GifBuilder.screen;
import static dev.darkroom.hostile.file.GifBuilder.stripes;
import static dev.darkroom.hostile.truncated.TruncatedFile.accepted;
import static dev.darkroom.hostile.truncated.TruncatedFile.cut;
import static dev.darkroom.hostile.truncated.TruncatedFile.cutIsRefused;
import static dev.darkroom.hostile.truncated.TruncatedFile.refused;

import dev.darkroom.hostile.file.GifBuilder;
import dev.darkroom.hostile.file.GifLzwBuilder;
import java.util.List;

/** GIF: the trailer, frames, LZW data. */
final class TruncatedGifs {
    private static final String EARLY = ".*(ends early|no frames|no pixels).*";
    private static final int SIDE = 24;
    private static final byte[] PICTURE = GifLzwBuilder.encode(2, stripes(SIDE * SIDE));
    /** A start, two pixels and an end. */
    private static final byte[] TWO_PIXELS = GifLzwBuilder.codes(2, 3, 4, 1, 2, 5);
    /** A start and two pixels. */
    private static final byte[] NO_END_CODE = GifLzwBuilder.codes(2, 3, 4, 1, 2);

    private TruncatedGifs() {}

    static List<TruncatedFile> all() {
        byte[] whole = frames(1).end();
        return List.of(
                accepted(
                        "GIF without its trailer",
                        frames(1).cut(),
                        whole,
                        ".*without its trailer; every frame is whole"),
                accepted(
                        "GIF with something unknown instead of its trailer",
                        frames(1).raw(new byte[] {0x55, 1, 2}).cut(),
                        whole,
                        ".*cut off or damaged after its frame 1, the last whole one"),
                accepted(
                        "GIF that ends within an extension behind its frame",
                        frames(1).raw(new byte[] {0x21, (byte) 0xFE, 9, 1}).cut(),
                        whole,
                        ".*cut off or damaged after its frame 1, the last whole one"),
                cutIsRefused(
                        "GIF that ends within its first frame",
                        EARLY,
                        frames(1).cut(),
                        26,
                        frames(1).cut().length),
                accepted("GIF animation without its trailer", frames(3).cut(), whole, ".*without its trailer.*")
                        .copiedWith(3),
                accepted(
                                "GIF animation that ends within its last frame",
                                cut(frames(3).cut(), 20),
                                whole,
                                ".*its frame 3 is cut off",
                                "the rewritten GIF ends with frame 2, the last whole one")
                        .copiedWith(2),
                accepted(
                        "GIF animation that ends within its second frame",
                        cut(frames(2).cut(), 1),
                        whole,
                        ".*its frame 2 is cut off",
                        "the rewritten GIF ends with frame 1, the last whole one"),
                accepted(
                        "GIF whose first frame's end code comes before its last pixel",
                        screen(4, 4).image(0, 0, 4, 4, TWO_PIXELS).end(),
                        screen(4, 4).image(0, 0, 2, 1, TWO_PIXELS).end(),
                        "the first frame of this GIF ends before its last pixel.*"),
                refused(
                        "GIF whose first frame's data ends without an end code before its last pixel",
                        EARLY,
                        screen(4, 4).image(0, 0, 4, 4, NO_END_CODE).end()),
                accepted(
                        "GIF whose first frame has all pixels and no end code",
                        screen(2, 1).image(0, 0, 2, 1, NO_END_CODE).end(),
                        screen(2, 1).image(0, 0, 2, 1, TWO_PIXELS).end()),
                refused(
                        "GIF whose first frame has no pixels",
                        EARLY,
                        screen(4, 4).image(0, 0, 4, 4, new byte[] {2, 0}).end()),
                accepted(
                                "GIF animation whose second frame has too few pixels",
                                frames(1)
                                        .image(0, 0, 4, 4, TWO_PIXELS)
                                        .image(0, 0, 4, 4, NO_END_CODE)
                                        .end(),
                                whole)
                        .copiedWith(3));
    }

    private static GifBuilder frames(int count) {
        GifBuilder gif = screen(SIDE, SIDE);
        for (int i = 0; i < count; i++) {
            gif.image(0, 0, SIDE, SIDE, PICTURE);
        }
        return gif;
    }
}
