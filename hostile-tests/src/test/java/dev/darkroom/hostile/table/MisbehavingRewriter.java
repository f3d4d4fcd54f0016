package dev.darkroom.hostile.table;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Rewriter;
import java.util.Set;

/** A faulty rewriter for GIFs that runs a given function instead of cleaning. */
final class MisbehavingRewriter implements Rewriter {
    /** The function that replaces cleaning. */
    interface Rewrite {
        Bytes to(Bytes source) throws ImageException;
    }

    private volatile Rewrite deed = source -> source;

    void now(Rewrite next) {
        deed = next;
    }

    @Override
    public String name() {
        return "rogue";
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.GIF);
    }

    @Override
    public Bytes rewrite(Format format, Bytes source, Keep keep) throws ImageException {
        return deed.to(source);
    }
}
