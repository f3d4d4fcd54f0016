package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Size;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.Notifier;
import dev.darkroom.spi.delivery.Publisher;
import dev.darkroom.testkit.FakeCodec;
import dev.darkroom.testkit.FakePicture;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A small picture, a pipeline for it, and publishers and notifiers that run code of the test. */
public final class PipelineFixtures {
    public static final Bytes PICTURE = FakePicture.of(
                    Format.PNG, new Size(64, 48), Layout.RGB, Orientation.NORMAL, (x, y, plane, channel) -> x + y)
            .toBytes();

    private PipelineFixtures() {}

    public static PipelineBuilder builder() {
        return Pipeline.builder()
                .register(FakeCodec.rows())
                .variant(Variant.named("small").limit(32))
                .encode(Encoding.png());
    }

    public static Outcome process(PipelineBuilder builder, Bytes bytes) {
        try (Pipeline pipeline = builder.build()) {
            return pipeline.process(Source.of(bytes), Map.of());
        }
    }

    public static Outcome.Rejected rejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return (Outcome.Rejected) outcome;
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public interface FixtureAction<T> {
        void on(T subject) throws ImageException;
    }

    public static Publisher publisher(String name, boolean sourceOnly, FixtureAction<Delivery> act) {
        return new Publisher() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean sourceOnly() {
                return sourceOnly;
            }

            @Override
            public Publication publish(Delivery delivery) throws ImageException {
                act.on(delivery);
                return new Publication(name, Map.of("small", name + "/small"), Map.of());
            }
        };
    }

    static Notifier notifier(FixtureAction<Outcome> act) {
        return new Notifier() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public void notify(Outcome outcome) throws ImageException {
                act.on(outcome);
            }
        };
    }
}
