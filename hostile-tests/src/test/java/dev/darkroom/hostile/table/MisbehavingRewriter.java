package dev.darkroom.hostile.table;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Rewriter;
import java.util.Set;

/** A part of the library as it must not be: it does to GIFs whatever it is told. */
final class MisbehavingRewriter implements Rewriter {
    /** What it does in the place of cleaning. */
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
