package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Publication;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Size;
import dev.darkroom.spi.delivery.Delivery;
import dev.darkroom.spi.delivery.Publisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tests that every publisher has to pass. */
public interface PublisherContract {
    /** A publisher whose service works. */
    Publisher working() throws Exception;

    /** A publisher whose service fails. */
    Publisher failing() throws Exception;

    /** The job attributes that the publisher needs. */
    default Map<String, String> attributes() {
        return Map.of();
    }

    @Test
    default void aPublicationNamesItsPublisherAndSaysWhereEveryVariantIs() throws Exception {
        Publisher publisher = working();
        Publication publication = publisher.publish(delivery(Duration.ofMinutes(10)));

        assertThat(publication.publisher()).isEqualTo(publisher.name());
        if (!publisher.sourceOnly()) {
            assertThat(publication.references()).containsOnlyKeys("small", "large");
        }
    }

    @Test
    default void publishingTheSameJobAgainSucceeds() throws Exception {
        Publisher publisher = working();
        publisher.publish(delivery(Duration.ofMinutes(10)));
        assertThat(publisher.publish(delivery(Duration.ofMinutes(10))).publisher())
                .isEqualTo(publisher.name());
    }

    @Test
    default void aServiceThatFailsIsUnavailableByName() throws Exception {
        Publisher publisher = failing();
        assertThatThrownBy(() -> publisher.publish(delivery(Duration.ofMinutes(10))))
                .isInstanceOfSatisfying(
                        ImageException.class,
                        e -> assertThat(e.failure())
                                .isInstanceOfSatisfying(
                                        Failure.Unavailable.class,
                                        unavailable -> assertThat(unavailable.service())
                                                .isNotBlank()));
    }

    private Delivery delivery(Duration time) {
        ImageInfo info = new ImageInfo(
                Format.JPEG,
                new Size(40, 30),
                Orientation.NORMAL,
                1,
                false,
                ColorModel.RGB,
                ColorEncoding.SRGB,
                8,
                false,
                false);
        List<Rendition> renditions = List.of(
                new Rendition("small", Format.WEBP, new Size(4, 3), bytes("small picture")),
                new Rendition("large", Format.JPEG, new Size(40, 30), bytes("large picture")));
        return new Delivery(
                "job-1", attributes(), bytes("the upload"), info, renditions, List.of(), Deadline.after(time));
    }

    private static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
