package dev.darkroom.core.header.gif;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.util.List;

/** Says what is missing after a GIF's last whole image. */
public final class GifCompleteness {
    private GifCompleteness() {}

    /** At most one sentence, fit to show anybody; none where the file ends with its trailer. Walks all blocks by their lengths. */
    public static List<String> warnings(Bytes file) throws ImageException {
        GifBlocks blocks = GifBlocks.toleratingBrokenTail(file);
        int frames = 0;
        GifBlock block;
        while ((block = blocks.next()) != null) {
            frames += block.kind() == GifBlock.Kind.IMAGE ? 1 : 0;
        }
        if (blocks.cutInsideImage()) {
            return List.of("this GIF ends early: its frame " + (frames + 1) + " is cut off");
        }
        if (blocks.hasBrokenTail()) {
            return List.of("this GIF is cut off or damaged after its frame " + frames + ", the last whole one");
        }
        return blocks.hasTrailer() ? List.of() : List.of("this GIF ends without its trailer; every frame is whole");
    }
}
