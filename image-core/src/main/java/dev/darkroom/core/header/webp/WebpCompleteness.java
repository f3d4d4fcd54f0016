package dev.darkroom.core.header.webp;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.util.List;

/** Says what is missing after a WebP's last whole picture. */
public final class WebpCompleteness {
    private static final int ANIMATION_FLAG = 0x02;

    private WebpCompleteness() {}

    /** At most one sentence, fit to show anybody; none where the file is as long as it says. Reads eight bytes a chunk. */
    public static List<String> warnings(Bytes file) throws ImageException {
        RiffChunks chunks = RiffChunks.toleratingBrokenTail(file);
        boolean animation = false;
        int frames = 0;
        RiffChunk chunk;
        while ((chunk = chunks.next()) != null) {
            animation |= chunk.is("VP8X") && chunk.length() > 0 && (file.u8(chunk.dataStart()) & ANIMATION_FLAG) != 0;
            frames += chunk.is("ANMF") ? 1 : 0;
        }
        if (!chunks.hasBrokenTail()) {
            return List.of();
        }
        return List.of(
                animation
                        ? "this WebP ends early: what follows its frame " + frames + ", the last whole one, is cut off"
                        : "this WebP ends early: its picture is whole, but what follows it is cut off");
    }
}
