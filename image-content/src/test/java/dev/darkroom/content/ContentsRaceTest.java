package dev.darkroom.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.content.Manifest.Entry;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two writers of the same content: in every interleaving, the manifest, its objects and the aliases must match. */
class ContentsRaceTest {
    private static final int MORE_THAN_ENOUGH = 200;
    private static final int WRITERS = 4;
    private static final int ROUNDS = 60;

    private final SteppedStore store = new SteppedStore();
    private final Contents contents = ContentUpload.contents(store);

    @Test
    void anUploadThatComesBetweenWinsAndTheOtherIsTold() throws ImageException {
        List<String> ends = between(
                () -> ContentUpload.of("ours").to(contents),
                () -> ContentUpload.logo("theirs").to(contents));
        assertThat(ends).contains("conflict", "theirs").contains("done", "ours");
    }

    @Test
    void twoUploadsThatComeBetweenTakeTheFormersObjectsAway() throws ImageException {
        List<String> ends = between(() -> ContentUpload.of("ours").to(contents), () -> {
            ContentUpload.of("theirs").to(contents);
            ContentUpload.logo("last").to(contents);
        });
        assertThat(ends).contains("conflict", "last").contains("done", "last");
    }

    @Test
    void aDeletionThatComesBetweenWinsAndTheUploadIsTold() throws ImageException {
        List<String> ends =
                between(() -> ContentUpload.logo("ours").to(contents), () -> contents.delete(ContentUpload.ATTRIBUTES));
        assertThat(ends).contains("conflict", "nothing").contains("done", "ours");
    }

    @Test
    void anUploadThatComesBetweenADeletionStands() throws ImageException {
        List<String> ends = between(
                () -> contents.delete(ContentUpload.ATTRIBUTES),
                () -> ContentUpload.of("theirs").to(contents));
        assertThat(ends).contains("conflict", "theirs").contains("done", "nothing");
    }

    @Test
    void anUploadThatComesBetweenFinishingADeletionStands() throws ImageException {
        List<String> ends = between(
                () -> contents.delete(ContentUpload.ATTRIBUTES),
                () -> contents.delete(ContentUpload.ATTRIBUTES),
                () -> ContentUpload.of("theirs").to(contents));
        assertThat(ends).contains("done", "theirs").doesNotContain("conflict");
    }

    private List<String> between(SteppedStore.Step ours, SteppedStore.Step theirs) throws ImageException {
        return between(() -> {}, ours, theirs);
    }

    /** Runs "theirs" before each call of "ours" in turn. Returns the result of "ours" and the content after each run. */
    private List<String> between(SteppedStore.Step given, SteppedStore.Step ours, SteppedStore.Step theirs)
            throws ImageException {
        List<String> ends = new ArrayList<>();
        for (int call = 1; ; call++) {
            assertThat(call).isLessThan(MORE_THAN_ENOUGH);
            ContentUpload.of("older").to(contents);
            ContentUpload.logo("old").to(contents);
            given.run();
            store.before(call, theirs);
            boolean told = false;
            try {
                ours.run();
            } catch (ImageException e) {
                assertThat(e.failure()).isInstanceOf(Failure.Conflict.class);
                assertThat(e.leftBehind()).isEmpty();
                told = true;
            }
            if (!store.mend()) {
                return ends;
            }
            ends.add(told ? "conflict" : "done");
            ends.add(ContentUpload.whole(store).orElse("nothing"));
            ContentUpload.assertNamesFollow(store);
            assertThat(ContentUpload.strays(store)).as("before call %s", call).isEmpty();
        }
    }

    @Test
    void manyWritersAtOnceLeaveOneContentWhole() throws Exception {
        AtomicInteger stored = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                running.add(threads.submit(() -> write(number, stored)));
            }
            running.add(threads.submit((Callable<Void>) this::look));
            for (Future<Void> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(stored.get()).isPositive();
        ContentUpload.whole(store);
        ContentUpload.assertNamesFollow(store);
        assertThat(ContentUpload.strays(store)).isEmpty();
        ContentUpload.of("last").to(contents);
        assertThat(ContentUpload.whole(store)).contains("last");
        ContentUpload.assertNamesFollow(store);
        assertThat(ContentUpload.strays(store)).isEmpty();
    }

    private Void write(int number, AtomicInteger stored) throws ImageException {
        for (int round = 0; round < ROUNDS; round++) {
            try {
                if (number == 0 && round % 10 == 9) {
                    contents.delete(ContentUpload.ATTRIBUTES);
                } else {
                    String word = number + "-" + round;
                    (round % 3 == 0 ? ContentUpload.logo(word) : ContentUpload.of(word)).to(contents);
                    stored.incrementAndGet();
                }
            } catch (ImageException e) {
                assertThat(e.failure()).isInstanceOf(Failure.Conflict.class);
            }
        }
        return null;
    }

    /** Reads the content. An object that is missing can only have been removed by two later switches. */
    private Void look() throws ImageException {
        for (int round = 0; round < 10 * ROUNDS; round++) {
            Optional<Manifest> manifest = contents.read(ContentUpload.ATTRIBUTES);
            for (Entry entry : manifest.map(Manifest::variants).orElse(List.of())) {
                if (store.head(entry.key()).isEmpty()) {
                    assertThat(contents.read(ContentUpload.ATTRIBUTES)).isNotEqualTo(manifest);
                }
            }
        }
        return null;
    }
}
