package dev.darkroom.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.darkroom.content.SteppedStore.Fault;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that fails at each step in turn, for a moment, silently or for good. */
class ContentsFailureTest {
    private static final int MORE_THAN_ENOUGH = 200;

    private final SteppedStore store = new SteppedStore();
    private final Contents contents = Upload.contents(store);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"NONE", ".*_THEN_.*"})
    void theFirstUploadIsThereWholeOrNotAtAll(Fault fault) throws ImageException {
        for (int call = 1; uploadFailsAt(call, fault, Upload.of("new"), Optional.empty()); call++) {
            assertThat(call).isLessThan(MORE_THAN_ENOUGH);
            contents.delete(Upload.ATTRIBUTES);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"NONE", ".*_THEN_.*"})
    void aReplacedContentIsTheOldOrTheNewOne(Fault fault) throws ImageException {
        boolean reached = true;
        for (int call = 1; reached; call++) {
            assertThat(call).isLessThan(MORE_THAN_ENOUGH);
            Upload.of("older").to(contents);
            Upload.logo("old").to(contents);
            reached = uploadFailsAt(call, fault, Upload.of("new"), Optional.of("old"));
        }
    }

    /** False once there are fewer calls than that. */
    private boolean uploadFailsAt(int call, Fault fault, Upload upload, Optional<String> before) throws ImageException {
        Set<String> alreadyStray = Upload.strays(store);
        Optional<ImageException> failure = attempt(call, fault, () -> upload.to(contents));
        boolean reached = store.mend();
        Optional<String> now = Upload.whole(store);
        assertThat(now).isIn(before, Optional.of("new"));
        Set<String> strays = new TreeSet<>(Upload.strays(store));
        strays.removeAll(alreadyStray);
        if (failure.isPresent()) {
            assertThat(failure.get().failure().retryable()).isTrue();
            assertThat(failure.get().failure().message().contains("was replaced"))
                    .isEqualTo(!now.equals(before));
            assertThat(failure.get().leftBehind()).containsAll(strays);
        } else {
            assertThat(now).contains("new");
            Upload.assertNamesFollow(store);
        }
        if (fault != Fault.DEAD) {
            assertThat(strays).as("left by call %s", call).isEmpty();
        }
        Upload.of("again").to(contents);
        assertThat(Upload.whole(store)).contains("again");
        Upload.assertNamesFollow(store);
        strays.addAll(alreadyStray);
        assertThat(strays).containsAll(Upload.strays(store));
        return reached;
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"NONE", ".*_THEN_.*"})
    void aDeletionThatFailedCanBeFinished(Fault fault) throws ImageException {
        boolean reached = true;
        for (int call = 1; reached; call++) {
            assertThat(call).isLessThan(MORE_THAN_ENOUGH);
            Upload.logo("older").to(contents);
            Upload.of("old").to(contents);
            Optional<ImageException> failure = attempt(
                    call,
                    fault,
                    () -> assertThat(contents.delete(Upload.ATTRIBUTES)).isTrue());
            reached = store.mend();
            assertThat(Upload.whole(store)).isIn(Optional.of("old"), Optional.empty());
            if (failure.isPresent()) {
                contents.delete(Upload.ATTRIBUTES);
            }
            assertThat(store.keys()).containsExactly(Upload.FOLDER + "/manifest.json");
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"NONE", ".*_THEN_.*"})
    void anUploadAfterADeletionThatFailedLeavesNothingOfTheDeleted(Fault fault) throws ImageException {
        boolean reached = true;
        for (int call = 1; reached; call++) {
            Upload.logo("old").to(contents);
            attempt(call, fault, () -> contents.delete(Upload.ATTRIBUTES));
            reached = store.mend();
            Upload.of("new").to(contents);
            Upload.of("newer").to(contents);
            Upload.assertNamesFollow(store);
            assertThat(Upload.strays(store)).isEmpty();
        }
    }

    /** Where nobody can say whether the switch was made, nothing is taken back that may be the content, and nobody is blamed. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*_THEN_.*")
    void whatIsReadWrongAfterALostAnswerDecidesNothing(Fault fault) throws ImageException {
        boolean reached = true;
        for (int call = 1; reached; call++) {
            Upload.of("old").to(contents);
            Set<String> alreadyStray = Upload.strays(store);
            Optional<ImageException> failure =
                    attempt(call, fault, () -> Upload.of("new").to(contents));
            reached = store.mend();
            Optional<String> now = Upload.whole(store);
            assertThat(now).isIn(Optional.of("old"), Optional.of("new"));
            Set<String> strays = new TreeSet<>(Upload.strays(store));
            strays.removeAll(alreadyStray);
            if (failure.isPresent()) {
                assertThat(failure.get().leftBehind()).containsAll(strays);
            } else {
                assertThat(now).contains("new");
                Upload.assertNamesFollow(store);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*_THEN_.*")
    void aDeletionAfterALostAnswerIsDoneOnlyWhenItIs(Fault fault) throws ImageException {
        boolean reached = true;
        for (int call = 1; reached; call++) {
            Upload.of("old").to(contents);
            Optional<ImageException> failure = attempt(call, fault, () -> contents.delete(Upload.ATTRIBUTES));
            reached = store.mend();
            assertThat(Upload.whole(store)).isIn(Optional.of("old"), Optional.empty());
            if (failure.isEmpty()) {
                assertThat(store.keys()).containsExactly(Upload.FOLDER + "/manifest.json");
            }
        }
    }

    private Optional<ImageException> attempt(int call, Fault fault, SteppedStore.Step work) {
        store.failAt(call, fault);
        try {
            work.run();
            return Optional.empty();
        } catch (ImageException e) {
            if (!(e.failure() instanceof Failure.Unavailable)) {
                fail("at call " + call, e);
            }
            return Optional.of(e);
        }
    }
}
