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

/** A store that fails at each step in turn: for a moment, without an error, or permanently. */
class ContentsFailureTest {
    private static final int MORE_THAN_ENOUGH = 200;

    private final SteppedStore store = new SteppedStore();
    private final Contents contents = ContentUpload.contents(store);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"NONE", ".*_THEN_.*"})
    void theFirstUploadIsThereWholeOrNotAtAll(Fault fault) throws ImageException {
        for (int call = 1; uploadFailsAt(call, fault, ContentUpload.of("new"), Optional.empty()); call++) {
            assertThat(call).isLessThan(MORE_THAN_ENOUGH);
            contents.delete(ContentUpload.ATTRIBUTES);
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
            ContentUpload.of("older").to(contents);
            ContentUpload.logo("old").to(contents);
            reached = uploadFailsAt(call, fault, ContentUpload.of("new"), Optional.of("old"));
        }
    }

    /** Runs an upload that fails at the given call. Returns false if there are fewer calls. */
    private boolean uploadFailsAt(int call, Fault fault, ContentUpload upload, Optional<String> before)
            throws ImageException {
        Set<String> alreadyStray = ContentUpload.strays(store);
        Optional<ImageException> failure = attempt(call, fault, () -> upload.to(contents));
        boolean reached = store.mend();
        Optional<String> now = ContentUpload.whole(store);
        assertThat(now).isIn(before, Optional.of("new"));
        Set<String> strays = new TreeSet<>(ContentUpload.strays(store));
        strays.removeAll(alreadyStray);
        if (failure.isPresent()) {
            assertThat(failure.get().failure().retryable()).isTrue();
            assertThat(failure.get().failure().message().contains("was replaced"))
                    .isEqualTo(!now.equals(before));
            assertThat(failure.get().leftBehind()).containsAll(strays);
        } else {
            assertThat(now).contains("new");
            ContentUpload.assertNamesFollow(store);
        }
        if (fault != Fault.DEAD) {
            assertThat(strays).as("left by call %s", call).isEmpty();
        }
        ContentUpload.of("again").to(contents);
        assertThat(ContentUpload.whole(store)).contains("again");
        ContentUpload.assertNamesFollow(store);
        strays.addAll(alreadyStray);
        assertThat(strays).containsAll(ContentUpload.strays(store));
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
            ContentUpload.logo("older").to(contents);
            ContentUpload.of("old").to(contents);
            Optional<ImageException> failure = attempt(
                    call,
                    fault,
                    () -> assertThat(contents.delete(ContentUpload.ATTRIBUTES)).isTrue());
            reached = store.mend();
            assertThat(ContentUpload.whole(store)).isIn(Optional.of("old"), Optional.empty());
            if (failure.isPresent()) {
                contents.delete(ContentUpload.ATTRIBUTES);
            }
            assertThat(store.keys()).containsExactly(ContentUpload.FOLDER + "/manifest.json");
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"NONE", ".*_THEN_.*"})
    void anUploadAfterADeletionThatFailedLeavesNothingOfTheDeleted(Fault fault) throws ImageException {
        boolean reached = true;
        for (int call = 1; reached; call++) {
            ContentUpload.logo("old").to(contents);
            attempt(call, fault, () -> contents.delete(ContentUpload.ATTRIBUTES));
            reached = store.mend();
            ContentUpload.of("new").to(contents);
            ContentUpload.of("newer").to(contents);
            ContentUpload.assertNamesFollow(store);
            assertThat(ContentUpload.strays(store)).isEmpty();
        }
    }

    /** If it is unknown whether the switch was made, no object that may be current is deleted, and no conflict is reported. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*_THEN_.*")
    void whatIsReadWrongAfterALostAnswerDecidesNothing(Fault fault) throws ImageException {
        boolean reached = true;
        for (int call = 1; reached; call++) {
            ContentUpload.of("old").to(contents);
            Set<String> alreadyStray = ContentUpload.strays(store);
            Optional<ImageException> failure =
                    attempt(call, fault, () -> ContentUpload.of("new").to(contents));
            reached = store.mend();
            Optional<String> now = ContentUpload.whole(store);
            assertThat(now).isIn(Optional.of("old"), Optional.of("new"));
            Set<String> strays = new TreeSet<>(ContentUpload.strays(store));
            strays.removeAll(alreadyStray);
            if (failure.isPresent()) {
                assertThat(failure.get().leftBehind()).containsAll(strays);
            } else {
                assertThat(now).contains("new");
                ContentUpload.assertNamesFollow(store);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*_THEN_.*")
    void aDeletionAfterALostAnswerIsDoneOnlyWhenItIs(Fault fault) throws ImageException {
        boolean reached = true;
        for (int call = 1; reached; call++) {
            ContentUpload.of("old").to(contents);
            Optional<ImageException> failure = attempt(call, fault, () -> contents.delete(ContentUpload.ATTRIBUTES));
            reached = store.mend();
            assertThat(ContentUpload.whole(store)).isIn(Optional.of("old"), Optional.empty());
            if (failure.isEmpty()) {
                assertThat(store.keys()).containsExactly(ContentUpload.FOLDER + "/manifest.json");
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
