package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Memory;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Wraps every decoder that is found, and compares the memory that it takes with the memory that it reported. One job at a time. */
final class DecoderMemoryCheck {
    private Optional<String> fault = Optional.empty();

    List<DecoderProvider> providers() {
        return ServiceLoader.load(DecoderProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(DecoderProvider::priority).reversed())
                .<DecoderProvider>map(Provider::new)
                .toList();
    }

    /** Returns and clears the fault that was found since the last call. */
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
        public int priority() {
            return watched.priority();
        }

        @Override
        public Availability availability() {
            return watched.availability();
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
            RecordingJobMemory own = new RecordingJobMemory(memory);
            try {
                watched.decode(sink, own);
            } finally {
                if (own.most > reported) {
                    fault = Optional.of("took " + own.most + " bytes, reported " + reported);
                } else if (own.taken() != 0) {
                    fault = Optional.of("did not give back " + own.taken() + " bytes");
                }
            }
        }

        @Override
        public void close() {
            watched.close();
        }
    }

    /** A wrapper of the memory of the job. It records how much the decoder takes. */
    private static final class RecordingJobMemory implements Memory {
        private final Memory memory;
        private final long before;
        private long most;

        RecordingJobMemory(Memory memory) {
            this.memory = memory;
            this.before = memory.used();
        }

        long taken() {
            return memory.used() - before;
        }

        @Override
        public Block allocate(long bytes, int align) throws ImageException {
            Block block = memory.allocate(bytes, align);
            most = Math.max(most, taken());
            return block;
        }

        @Override
        public Charge charge(long bytes) throws ImageException {
            Charge charge = memory.charge(bytes);
            most = Math.max(most, taken());
            return charge;
        }

        @Override
        public long used() {
            return memory.used();
        }

        @Override
        public long peak() {
            return memory.peak();
        }

        @Override
        public void close() {
            throw new IllegalStateException("a decoder does not close its job's memory");
        }
    }
}
