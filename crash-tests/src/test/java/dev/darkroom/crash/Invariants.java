package dev.darkroom.crash;

import dev.darkroom.crash.upload.ClientReply;
import dev.darkroom.crash.upload.ContentSnapshot;
import dev.darkroom.crash.upload.ContentSnapshot.Variant;
import dev.darkroom.crash.worker.TaskSnapshot;
import dev.darkroom.crash.worker.WorkerPreconditions;
import dev.darkroom.world.PictureHeader;
import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.RegisteredAsset;
import dev.darkroom.world.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that hold after any fault at any time. Each violated rule adds a line to {@link #broken}. */
public final class Invariants {
    private final String when;
    private final List<String> broken = new ArrayList<>();

    /**
     * @param when description of the moment, such as {@code "after the run"}
     */
    public Invariants(String when) {
        this.when = when;
    }

    public List<String> broken() {
        return List.copyOf(broken);
    }

    // ------------------------------------------------------------------------------------------------------ the worker

    /**
     * Checks the rules for a task at any time.
     *
     * @param before the state at the start of the task
     */
    public Invariants ofTask(TaskSnapshot before, TaskSnapshot now, byte[] upload) {
        noOriginalIsLostOrOverwritten(before, now, upload);
        noPartialObjectIsVisible(before, now, upload);
        noRefTellsOfWhatIsNotThere(now, upload);
        noSuccessIsToldThatIsNone(now, upload);
        oneSuccessIsAcknowledged(now);
        return this;
    }

    private void noOriginalIsLostOrOverwritten(TaskSnapshot before, TaskSnapshot now, byte[] upload) {
        before.archive()
                .forEach((key, bytes) -> rule(
                        "the archived original " + key + " is as it was",
                        same(now.archive().get(key), bytes)));
        before.staging().forEach((key, bytes) -> {
            boolean own = key.equals(WorkerPreconditions.KEY) || key.equals(WorkerPreconditions.REF);
            rule(
                    "the other task's object " + key + " is as it was",
                    own || same(now.staging().get(key), bytes));
        });
        byte[] staged = now.staging().get(WorkerPreconditions.KEY);
        rule("the staged upload is unchanged", staged == null || same(staged, upload));
        boolean kept = now.archive().values().stream().anyMatch(bytes -> Arrays.equals(bytes, upload));
        rule(
                "an upload is deleted from staging only once it is archived and told",
                staged != null || kept && now.hasToldSuccess());
    }

    private void noPartialObjectIsVisible(TaskSnapshot before, TaskSnapshot now, byte[] upload) {
        now.archive()
                .forEach((key, bytes) -> rule(
                        "what is archived as " + key + " is the upload, to the byte",
                        same(bytes, upload) || same(before.archive().get(key), bytes)));
        Set<String> expected = new HashSet<>(before.staging().keySet());
        expected.add(WorkerPreconditions.REF);
        rule(
                "staging has no object that nobody asked for",
                expected.containsAll(now.staging().keySet()));
        for (RegisteredAsset asset : now.assets()) {
            rule(
                    "asset " + asset.id() + " has whole variants",
                    !asset.variants().isEmpty()
                            && asset.variants().stream()
                                    .allMatch(variant ->
                                            PictureHeader.of(variant.bytes()).isPresent()));
        }
    }

    private void noRefTellsOfWhatIsNotThere(TaskSnapshot now, byte[] upload) {
        byte[] json = now.staging().get(WorkerPreconditions.REF);
        if (json == null) {
            return;
        }
        Optional<Map<String, @Nullable Object>> ref = parsed(json);
        rule("the ref is whole", ref.isPresent());
        ref.ifPresent(fields -> {
            String url = String.valueOf(fields.get("url"));
            String id = url.substring(url.lastIndexOf('/') + 1);
            rule(
                    "the ref's asset " + id + " is there",
                    now.assets().stream().anyMatch(asset -> asset.id().equals(id)));
        });
        rule("the original is where the ref says", same(now.archive().get(now.refArchiveKey()), upload));
    }

    private void noSuccessIsToldThatIsNone(TaskSnapshot now, byte[] upload) {
        for (ReceivedCallback callback : now.successes()) {
            String url = String.valueOf(callback.object("ref_data").get("url"));
            String id = url.substring(url.lastIndexOf('/') + 1);
            rule("a success names an existing asset", now.assets().stream().anyMatch(a -> a.id().equals(id)));
            rule(
                    "a success names an archived original",
                    same(now.archive().get(callback.text("archive_r2_key")), upload));
            rule("a success comes with its ref", now.staging().containsKey(callback.text("ref_json_r2_key")));
        }
        for (ReceivedCallback callback : now.taken()) {
            boolean error =
                    callback.status().equals("error") && !callback.error().isEmpty();
            rule("a callback says success or error", error || TaskSnapshot.isSuccess(callback));
        }
    }

    /** Checks that all success callbacks are equal in their essential fields. Another attempt or run may send the callback again. */
    private void oneSuccessIsAcknowledged(TaskSnapshot now) {
        List<ReceivedCallback> told = now.successes();
        rule(
                "all successes have one idempotency key",
                told.stream().map(ReceivedCallback::idempotencyKey).distinct().count() <= 1);
        rule(
                "there is one success, however often it is told",
                told.stream().map(c -> c.object("ref_data")).distinct().count() <= 1);
        rule(
                "it has one archived original",
                told.stream().map(c -> c.text("archive_r2_key")).distinct().count() <= 1);
        if (!told.isEmpty()) {
            Object last = told.get(told.size() - 1).object("ref_data");
            byte[] json = now.staging().get(WorkerPreconditions.REF);
            rule(
                    "the success that was told is the ref's",
                    json != null && parsed(json).map(last::equals).orElse(false));
        }
    }

    /**
     * Checks the rules for a run that was not killed.
     *
     * @param attempts number of attempts to send the callback
     * @param hindered whether the fault was at the callback
     * @param taken number of accepted callbacks of this run
     */
    public Invariants ofRun(int exit, int attempts, boolean hindered, long taken) {
        rule("it ends with 0 or 1, not " + exit, exit == 0 || exit == 1);
        rule("it was tried to call back", attempts > 0);
        rule("the callback was taken", taken > 0 || hindered);
        return this;
    }

    /** Checks that a callback was retried after a temporary refusal, within 15 s. */
    public Invariants ofRefusedCallback(FaultKind fault, int attempts, boolean lasts, boolean taken) {
        boolean passes = switch (fault) {
            case FORBIDDEN, CONFLICT, PRECONDITION -> false;
            case TOO_MANY, HANG, GARBAGE, HUGE, WRONG_ETAG, TRUNCATED, LONGER ->
                false; // these may leave no time, or the callback is accepted
            default -> true;
        };
        rule("a callback that met a " + fault.shown() + " was tried again", !passes || attempts > 1);
        rule("a callback was taken once the " + fault.shown() + " was over", !passes || lasts || taken);
        return this;
    }

    /** Checks the rules after the task ran again without a fault. */
    public Invariants ofCleanRun(int exit, TaskSnapshot now, byte[] upload, boolean canSucceed) {
        rule("a clean run succeeds", exit == (canSucceed ? 0 : 1));
        if (canSucceed) {
            rule("a clean run leaves the ref", now.staging().containsKey(WorkerPreconditions.REF));
            rule(
                    "a clean run's last word is success",
                    !now.taken().isEmpty()
                            && TaskSnapshot.isSuccess(
                                    now.taken().get(now.taken().size() - 1)));
            rule(
                    "a clean run leaves the archived original",
                    now.archive().values().stream().anyMatch(b -> Arrays.equals(b, upload)));
        }
        return this;
    }

    // ----------------------------------------------------------------------------------------------------- the servlet

    /** Checks the rules for contents at any time. */
    public Invariants ofContent(ContentSnapshot before, ContentSnapshot now) {
        before.others()
                .forEach((key, bytes) -> rule(
                        "another content's " + key + " is as it was",
                        same(now.objects().get(key), bytes)));
        rule(
                "nothing was put beside the content",
                now.others().keySet().equals(before.others().keySet()));
        for (Variant variant : now.variants()) {
            rule("the manifest's " + variant.key() + " is there, to the byte", now.holds(variant));
        }
        List<Variant> known = new ArrayList<>(before.variants());
        known.addAll(now.variants());
        now.named().forEach((name, bytes) -> {
            boolean whole = known.stream().anyMatch(variant -> now.holds(name, variant));
            rule(
                    "what is named " + name + " is whole",
                    whole || same(before.objects().get(name), bytes));
        });
        return this;
    }

    /**
     * Checks the rules for an upload that received a response or was interrupted.
     *
     * @param unheard whether the client did not wait for the response
     */
    public Invariants ofUpload(ContentSnapshot before, ContentSnapshot now, ClientReply told, boolean unheard) {
        rule("an upload is answered", told.status() != 0 || unheard);
        for (Variant variant : before.variants()) {
            boolean known = now.former().contains(variant.key());
            rule("whoever has the former manifest still finds " + variant.key(), now.holds(variant) || !known);
        }
        if (told.status() == 201 && told.body().length > 0 && !unheard) {
            rule(
                    "the upload that was acknowledged is the one that is there",
                    version(told).equals(now.version()));
            namesFollow(now);
        } else if (told.status() >= 400 && told.status() < 500 && told.status() != 409) {
            rule(
                    "an upload that was refused with " + told.status() + " changes nothing",
                    now.version().equals(before.version()));
        }
        return this;
    }

    public Invariants ofDeletion(ContentSnapshot before, ContentSnapshot now, ClientReply told, boolean unheard) {
        rule("a deletion is answered", told.status() != 0 || unheard);
        boolean gone = now.variants().isEmpty();
        rule(
                "a deletion that was acknowledged is done",
                told.status() != 204 || unheard || gone && now.named().isEmpty());
        rule("a content is the former or none", gone || now.variants().equals(before.variants()));
        return this;
    }

    /**
     * @param garbled whether the store returned wrong bytes that look complete
     */
    public Invariants ofRead(ContentSnapshot before, ClientReply told, boolean unheard, boolean garbled) {
        rule("a reader is answered", told.status() != 0 || unheard);
        rule(
                "a manifest that is given out is the one that is there",
                told.status() != 200 || garbled || version(told).equals(before.version()));
        rule("a store that fails is no missing picture", told.status() != 404 || garbled);
        return this;
    }

    public Invariants ofMedia(byte[] media, ClientReply told, boolean unheard, boolean garbled) {
        rule("a viewer is answered", told.status() != 0 || unheard);
        rule(
                "a picture that is given out is whole",
                told.status() != 200 || garbled || Arrays.equals(told.body(), media));
        rule("a store that fails is no missing picture", told.status() != 404 || garbled);
        return this;
    }

    /** Checks the rules after a picture was uploaded again without a fault. */
    public Invariants ofCleanUpload(ClientReply told, ClientReply read, ContentSnapshot now) {
        rule("a clean upload is taken, not " + told.status(), told.status() == 201);
        if (told.status() == 201) {
            rule("it is the one that is there", version(told).equals(now.version()));
            rule(
                    "it is the one that is read",
                    read.status() == 200 && version(read).equals(now.version()));
            namesFollow(now);
        }
        return this;
    }

    private void namesFollow(ContentSnapshot now) {
        for (Variant variant : now.variants()) {
            rule(variant.lastingName() + " is the current version's", now.holds(variant.lastingName(), variant));
        }
    }

    private static String version(ClientReply told) {
        return parsed(told.body())
                .map(fields -> String.valueOf(fields.get("version")))
                .orElse("none");
    }

    // ----------------------------------------------------------------------------------------------------------- plain

    /**
     * Checks that the matrix is complete. Otherwise some requests would never have a fault.
     *
     * @param unnamed requests that match no step
     */
    public Invariants everyRequestIsAStep(List<String> unnamed) {
        rule("the matrix has a step for each of " + unnamed, unnamed.isEmpty());
        return this;
    }

    public void rule(String says, boolean holds) {
        if (!holds) {
            broken.add(when + ": NOT TRUE that " + says);
        }
    }

    private static boolean same(byte @Nullable [] a, byte @Nullable [] b) {
        return a != null && b != null && Arrays.equals(a, b);
    }

    private static Optional<Map<String, @Nullable Object>> parsed(byte[] json) {
        try {
            return Optional.of(StrictJson.object(new String(json, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
