package dev.darkroom.pipeline;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import java.util.Iterator;
import java.util.List;

/** A picture whose header was read, with its decoder. The decoder comes from the first provider that does not decline the picture. */
final class Identified implements AutoCloseable {
    private final Format format;
    private final Bytes bytes;
    private final Iterator<DecoderProvider> untried;
    private DecoderProvider provider;
    private Decoder decoder;
    private final ImageInfo info;
    private boolean closed;

    Identified(Format format, Bytes bytes, List<DecoderProvider> providers) throws ImageException {
        this.format = format;
        this.bytes = bytes;
        this.untried = providers.iterator();
        if (!untried.hasNext()) {
            throw ImageException.unsupported("no " + format.title() + " decoder is available here");
        }
        this.provider = untried.next();
        this.decoder = provider.open(format, bytes);
        this.info = decoder.info();
    }

    ImageInfo info() {
        return info;
    }

    /** Asks the decoders in turn for a report, until one supports the picture. */
    DecodeReport prepare(DecodeHint hint) throws ImageException {
        while (true) {
            try {
                return decoder.prepare(hint);
            } catch (ImageException e) {
                if (!(e.failure() instanceof Failure.Unsupported) || !untried.hasNext()) {
                    throw e;
                }
                decoder.close();
                provider = untried.next();
                decoder = provider.open(format, bytes);
            }
        }
    }

    /** The decoder that gave the last report. */
    Decoder decoder() {
        return decoder;
    }

    String decoderName() {
        return provider.name();
    }

    /** Idempotent: the decode stage closes the picture to release its memory before the job ends. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            decoder.close();
        }
    }
}
