package dev.darkroom.pipeline;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.FakeCodec;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fake PNG encoder that counts how many calls encode at once. The first calls wait until {@code meeting} of them run together, at most a
 * minute.
 */
class ConcurrencyEncoder implements EncoderProvider {
    private final FakeCodec codec = FakeCodec.rows();
    private final AtomicInteger now = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final CountDownLatch met;

    ConcurrencyEncoder(int meeting) {
        met = new CountDownLatch(meeting);
    }

    void encoding() throws ImageException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        met.countDown();
        try {
            met.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        now.decrementAndGet();
    }

    @Override
    public String name() {
        return "watched";
    }

    @Override
    public Set<Format> formats() {
        return codec.formats();
    }

    @Override
    public List<Layout> layouts(Encoding encoding) {
        return codec.layouts(encoding);
    }

    @Override
    public long peakBytes(RasterSpec raster, Encoding encoding) {
        return codec.peakBytes(raster, encoding);
    }

    @Override
    public Encoder open(RasterSpec raster, Encoding encoding, Memory memory) throws ImageException {
        Encoder encoder = codec.open(raster, encoding, memory);
        return new Encoder() {
            @Override
            public void accept(Band band) throws ImageException {
                encoder.accept(band);
            }

            @Override
            public Bytes finish() throws ImageException {
                encoding();
                return encoder.finish();
            }

            @Override
            public void close() {
                encoder.close();
            }
        };
    }
}
