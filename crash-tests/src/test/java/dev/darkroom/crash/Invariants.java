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
        theRefNamesExistingObjects(now, upload);
        aSuccessNamesExistingObjects(now, upload);
        oneSuccessIsAcknowledged(now);
        return this;
    }

    private void noOriginalIsLostOrOverwritten(TaskSnapshot before, TaskSnapshot now, byte[] upload) {
        before.archive()
                .forEach((key, bytes) -> rule(
                        "the archived original " + key + " is unchanged",
                        same(now.archive().get(key), bytes)));
        before.staging().forEach((key, bytes) -> {
            boolean own = key.equals(WorkerPreconditions.KEY) || key.equals(WorkerPreconditions.REF);
            rule(
                    "the other task's object " + key + " is unchanged",
                    own || same(now.staging().get(key), bytes));
        });
        byte[] staged = now.staging().get(WorkerPreconditions.KEY);
        rule("the staged upload is unchanged", staged == null || same(staged, upload));
        boolean kept = now.archive().values().stream().anyMatch(bytes -> Arrays.equals(bytes, upload));
        rule(
                "an upload is deleted from staging only after it is archived and the callback is accepted",
                staged != null || kept && now.hasToldSuccess());
    }

    private void noPartialObjectIsVisible(TaskSnapshot before, TaskSnapshot now, byte[] upload) {
        now.archive()
                .forEach((key, bytes) -> rule(
                        "the archived object " + key + " equals the upload",
                        same(bytes, upload) || same(before.archive().get(key), bytes)));
        Set<String> expected = new HashSet<>(before.staging().keySet());
        expected.add(WorkerPreconditions.REF);
        rule(
                "staging has no unexpected object",
                expected.containsAll(now.staging().keySet()));
        for (RegisteredAsset asset : now.assets()) {
            rule(
                    "asset " + asset.id() + " has complete variants",
                    !asset.variants().isEmpty()
                            && asset.variants().stream()
                                    .allMatch(variant ->
                                            PictureHeader.of(variant.bytes()).isPresent()));
        }
    }

    private void theRefNamesExistingObjects(TaskSnapshot now, byte[] upload) {
        byte[] json = now.staging().get(WorkerPreconditions.REF);
        if (json == null) {
            return;
        }
        Optional<Map<String, @Nullable Object>> ref = parsed(json);
        rule("the ref is complete", ref.isPresent());
        ref.ifPresent(fields -> {
            String url = String.valueOf(fields.get("url"));
            String id = url.substring(url.lastIndexOf('/') + 1);
            rule(
                    "the ref's asset " + id + " exists",
                    now.assets().stream().anyMatch(asset -> asset.id().equals(id)));
        });
        rule("the original is at the key in the ref", same(now.archive().get(now.refArchiveKey()), upload));
    }

    private void aSuccessNamesExistingObjects(TaskSnapshot now, byte[] upload) {
        for (ReceivedCallback callback : now.successes()) {
            String url = String.valueOf(callback.object("ref_data").get("url"));
            String id = url.substring(url.lastIndexOf('/') + 1);
            rule("a success names an existing asset", now.assets().stream().anyMatch(a -> a.id().equals(id)));
            rule(
                    "a success names an archived original",
                    same(now.archive().get(callback.text("archive_r2_key")), upload));
            rule("a success has a ref", now.staging().containsKey(callback.text("ref_json_r2_key")));
        }
        for (ReceivedCallback callback : now.taken()) {
            boolean error =
                    callback.status().equals("error") && !callback.error().isEmpty();
            rule("a callback has the status success or error", error || TaskSnapshot.isSuccess(callback));
        }
    }

    /** Checks that all success callbacks are equal in their essential fields. Another attempt or run may send the callback again. */
    private void oneSuccessIsAcknowledged(TaskSnapshot now) {
        List<ReceivedCallback> told = now.successes();
        rule(
                "all successes have one idempotency key",
                told.stream().map(ReceivedCallback::idempotencyKey).distinct().count() <= 1);
        rule(
                "all successes have the same data",
                told.stream().map(c -> c.object("ref_data")).distinct().count() <= 1);
        rule(
                "all successes name the same archived original",
                told.stream().map(c -> c.text("archive_r2_key")).distinct().count() <= 1);
        if (!told.isEmpty()) {
            Object last = told.get(told.size() - 1).object("ref_data");
            byte[] json = now.staging().get(WorkerPreconditions.REF);
            rule(
                    "the success and the ref name the same asset",
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
        rule("the exit status is 0 or 1, not " + exit, exit == 0 || exit == 1);
        rule("the worker tried to send the callback", attempts > 0);
        rule("the callback was accepted", taken > 0 || hindered);
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
        rule("a callback with the fault " + fault.shown() + " was retried", !passes || attempts > 1);
        rule("a callback was accepted after the fault " + fault.shown(), !passes || lasts || taken);
        return this;
    }

    /** Checks the rules after the task ran again without a fault. */
    public Invariants ofCleanRun(int exit, TaskSnapshot now, byte[] upload, boolean canSucceed) {
        rule("a clean run succeeds", exit == (canSucceed ? 0 : 1));
        if (canSucceed) {
            rule("a clean run leaves the ref", now.staging().containsKey(WorkerPreconditions.REF));
            rule(
                    "the last callback of a clean run is a success",
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
                        "another content's " + key + " is unchanged",
                        same(now.objects().get(key), bytes)));
        rule(
                "no object was written outside the content",
                now.others().keySet().equals(before.others().keySet()));
        for (Variant variant : now.variants()) {
            rule("the manifest's " + variant.key() + " has its exact bytes", now.holds(variant));
        }
        List<Variant> known = new ArrayList<>(before.variants());
        known.addAll(now.variants());
        now.named().forEach((name, bytes) -> {
            boolean whole = known.stream().anyMatch(variant -> now.holds(name, variant));
            rule(
                    "the alias " + name + " is complete",
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
        rule("an upload gets a response", told.status() != 0 || unheard);
        for (Variant variant : before.variants()) {
            boolean known = now.former().contains(variant.key());
            rule("readers of the previous manifest still find " + variant.key(), now.holds(variant) || !known);
        }
        if (told.status() == 201 && told.body().length > 0 && !unheard) {
            rule("the acknowledged upload is the current one", version(told).equals(now.version()));
            namesFollow(now);
        } else if (told.status() >= 400 && told.status() < 500 && told.status() != 409) {
            rule(
                    "an upload that was refused with " + told.status() + " changes nothing",
                    now.version().equals(before.version()));
        }
        return this;
    }

    public Invariants ofDeletion(ContentSnapshot before, ContentSnapshot now, ClientReply told, boolean unheard) {
        rule("a deletion gets a response", told.status() != 0 || unheard);
        boolean gone = now.variants().isEmpty();
        rule(
                "an acknowledged deletion is done",
                told.status() != 204 || unheard || gone && now.named().isEmpty());
        rule("a content is unchanged or deleted", gone || now.variants().equals(before.variants()));
        return this;
    }

    /**
     * @param garbled whether the store returned wrong bytes that look complete
     */
    public Invariants ofRead(ContentSnapshot before, ClientReply told, boolean unheard, boolean garbled) {
        rule("a reader gets a response", told.status() != 0 || unheard);
        rule(
                "a reader gets the current manifest",
                told.status() != 200 || garbled || version(told).equals(before.version()));
        rule("a failing store is not reported as a missing picture", told.status() != 404 || garbled);
        return this;
    }

    public Invariants ofMedia(byte[] media, ClientReply told, boolean unheard, boolean garbled) {
        rule("a viewer gets a response", told.status() != 0 || unheard);
        rule("a viewer gets a complete picture", told.status() != 200 || garbled || Arrays.equals(told.body(), media));
        rule("a failing store is not reported as a missing picture", told.status() != 404 || garbled);
        return this;
    }

    /** Checks the rules after a picture was uploaded again without a fault. */
    public Invariants ofCleanUpload(ClientReply told, ClientReply read, ContentSnapshot now) {
        rule("a clean upload is accepted, not " + told.status(), told.status() == 201);
        if (told.status() == 201) {
            rule("the clean upload is the current one", version(told).equals(now.version()));
            rule(
                    "a reader gets the clean upload",
                    read.status() == 200 && version(read).equals(now.version()));
            namesFollow(now);
        }
        return this;
    }

    private void namesFollow(ContentSnapshot now) {
        for (Variant variant : now.variants()) {
            rule(
                    variant.lastingName() + " is an alias of the current version",
                    now.holds(variant.lastingName(), variant));
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
            broken.add(when + ": VIOLATED: " + says);
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
