package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Size;
import dev.darkroom.core.Stage;
import dev.darkroom.spi.delivery.Notifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tests that every notifier has to pass. */
public interface NotifierContract {
    /** A notifier whose service works. */
    Notifier working() throws Exception;

    /** A notifier whose service fails. */
    Notifier failing() throws Exception;

    @Test
    default void everyKindOfOutcomeCanBeTold() throws Exception {
        Notifier notifier = working();
        for (Outcome outcome : outcomes()) {
            assertThatCode(() -> notifier.notify(outcome)).doesNotThrowAnyException();
        }
    }

    @Test
    default void aServiceThatFailsIsUnavailableAndNothingElse() throws Exception {
        Notifier notifier = failing();
        for (Outcome outcome : outcomes()) {
            assertThatThrownBy(() -> notifier.notify(outcome))
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));
        }
    }

    private static List<Outcome> outcomes() {
        Outcome.Job job = new Outcome.Job("job-1", Map.of("contentId", "42"), Map.of(), Map.of(), Optional.empty());
        ImageInfo info = new ImageInfo(
                Format.PNG,
                new Size(4, 3),
                Orientation.NORMAL,
                1,
                true,
                ColorModel.PALETTE,
                ColorEncoding.SRGB,
                4,
                true,
                false);
        return List.of(
                new Outcome.Completed(job, info, List.of(), List.of(), List.of("a warning")),
                new Outcome.Rejected(job, Stage.IDENTIFY, new Failure.Unrecognized("no picture"), List.of()),
                new Outcome.Failed(job, Stage.DELIVER, new Failure.Unavailable("cdn", "503", true), List.of("left")));
    }
}
