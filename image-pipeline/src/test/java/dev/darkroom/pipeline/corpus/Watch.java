package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.spi.BandSink;
import dev.darkroom.spi.DecodeHint;
import dev.darkroom.spi.DecodeReport;
import dev.darkroom.spi.Decoder;
import dev.darkroom.spi.DecoderProvider;
import dev.darkroom.spi.Memory;
import dev.darkroom.testkit.CountingMemory;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Stands in front of every decoder that is found and compares what it takes with what it reported. One job at a time. */
final class Watch {
    private Optional<String> fault = Optional.empty();

    List<DecoderProvider> providers() {
        return ServiceLoader.load(DecoderProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .<DecoderProvider>map(Provider::new)
                .toList();
    }

    /** What went wrong since it was asked last. */
    Optional<String> takeFault() {
        Optional<String> found = fault;
        fault = Optional.empty();
        return found;
    }

    private final class Provider implements DecoderProvider {
        private final DecoderProvider watched;

        Provider(DecoderProvider watched) {
            this.watched = watched;
        }

        @Override
        public String name() {
            return watched.name();
        }

        @Override
        public Set<Format> formats() {
            return watched.formats();
        }

        @Override
        public Decoder open(Format format, Bytes source) throws ImageException {
            return new WatchedDecoder(watched.open(format, source));
        }
    }

    private final class WatchedDecoder implements Decoder {
        private final Decoder watched;
        private long reported;

        WatchedDecoder(Decoder watched) {
            this.watched = watched;
        }

        @Override
        public ImageInfo info() {
            return watched.info();
        }

        @Override
        public DecodeReport prepare(DecodeHint hint) throws ImageException {
            DecodeReport report = watched.prepare(hint);
            reported = report.peakBytes();
            return report;
        }

        @Override
        public void decode(BandSink sink, Memory memory) throws ImageException {
            CountingMemory own = CountingMemory.unlimited();
            try {
                watched.decode(sink, own);
            } finally {
                if (own.peak() > reported) {
                    fault = Optional.of("took " + own.peak() + " bytes, reported " + reported);
                } else if (own.used() != 0) {
                    fault = Optional.of("did not give back " + own.used() + " bytes");
                }
            }
        }

        @Override
        public void close() {
            watched.close();
        }
    }
}
