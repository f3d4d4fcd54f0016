package dev.darkroom.bench.leak;

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
import dev.darkroom.spi.codec.Provider;
import dev.darkroom.spi.codec.Providers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** The decoder providers of the class path, wrapped so that they record the memory of each decoder. */
final class RecordingDecoders {
    private final Queue<Memory> memories = new ConcurrentLinkedQueue<>();
    private final List<DecoderProvider> providers = new ArrayList<>();

    RecordingDecoders(Consumer<String> broken) {
        Providers.load(ServiceLoader.load(DecoderProvider.class), broken).stream()
                .sorted(Comparator.comparingInt(Provider::priority).reversed().thenComparing(Provider::name))
                .forEach(found -> providers.add(new Watched(found)));
    }

    List<DecoderProvider> providers() {
        return providers;
    }

    /** Bytes that are still charged by jobs that ended since the last call. The caller must not call it while a job is running. */
    long stillCharged() {
        long bytes = memories.stream().mapToLong(Memory::used).sum();
        memories.clear();
        return bytes;
    }

    private final class Watched implements DecoderProvider {
        private final DecoderProvider found;

        Watched(DecoderProvider found) {
            this.found = found;
        }

        @Override
        public String name() {
            return found.name();
        }

        @Override
        public int priority() {
            return found.priority();
        }

        @Override
        public Availability availability() {
            return found.availability();
        }

        @Override
        public Set<Format> formats() {
            return found.formats();
        }

        @Override
        public Decoder open(Format format, Bytes source) throws ImageException {
            return new WatchedDecoder(found.open(format, source));
        }
    }

    private final class WatchedDecoder implements Decoder {
        private final Decoder decoder;

        WatchedDecoder(Decoder decoder) {
            this.decoder = decoder;
        }

        @Override
        public ImageInfo info() {
            return decoder.info();
        }

        @Override
        public DecodeReport prepare(DecodeHint hint) throws ImageException {
            return decoder.prepare(hint);
        }

        @Override
        public void decode(BandSink sink, Memory memory) throws ImageException {
            memories.add(memory);
            decoder.decode(sink, memory);
        }

        @Override
        public void close() {
            decoder.close();
        }
    }
}
