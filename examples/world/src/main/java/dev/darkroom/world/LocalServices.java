package dev.darkroom.world;

import dev.darkroom.world.http.FaultyLink;
import dev.darkroom.world.http.LinkSpeed;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All that a fly-worker talks to: a staging and an archive bucket behind a {@link FaultyLink}, a {@link Cdn} and an
 * {@link Orchestrator}. Its own buckets see the S3 server directly, so assertions meet no faults.
 */
public final class LocalServices implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final FaultyLink link;
    private final Cdn cdn;
    private final Orchestrator orchestrator;
    private final Bucket staging;
    private final Bucket archive;

    private LocalServices(S3Server s3, LinkSpeed pace, LinkSpeed services) throws IOException {
        int number = NUMBER.incrementAndGet();
        staging = s3.bucket("staging-" + number).create();
        archive = s3.bucket("archive-" + number).create();
        link = new FaultyLink(s3.endpoint(), pace);
        cdn = new Cdn(services);
        orchestrator = new Orchestrator(services);
    }

    /** A world with new, empty buckets on a server that others may share; the server stays open. */
    public static LocalServices on(S3Server s3) throws IOException {
        return on(s3, LinkSpeed.INSTANT);
    }

    /** The same at that pace. */
    public static LocalServices on(S3Server s3, LinkSpeed pace) throws IOException {
        return on(s3, pace, pace);
    }

    /** The same with another pace for CDN and orchestrator. */
    public static LocalServices on(S3Server s3, LinkSpeed pace, LinkSpeed services) throws IOException {
        return new LocalServices(s3, pace, services);
    }

    /** The way from the worker to S3. */
    public FaultyLink link() {
        return link;
    }

    /** The CDN. */
    public Cdn cdn() {
        return cdn;
    }

    /** Who gets the callbacks. */
    public Orchestrator orchestrator() {
        return orchestrator;
    }

    /** The bucket uploads wait in. */
    public Bucket staging() {
        return staging;
    }

    /** The bucket originals are archived in. */
    public Bucket archive() {
        return archive;
    }

    /** Puts an upload into staging and returns {@link #environmentFor} it. */
    public Map<String, String> upload(String key, byte[] bytes, String contentType) {
        staging.put(key, bytes, contentType);
        return environmentFor(key, bytes.length, contentType);
    }

    /**
     * The variables of a job, to be changed at will. The file name is the key's last segment.
     *
     * @param key the upload's key in staging, whether it is there or not
     */
    public Map<String, String> environmentFor(String key, long bytes, String contentType) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("TASK_ID", "task-" + NUMBER.get() + "-1");
        variables.put("BATCH_ID", "batch-1");
        variables.put("INPUT_R2_KEY", key);
        variables.put("INPUT_FILE_NAME", name);
        variables.put("INPUT_CONTENT_TYPE", contentType);
        variables.put("INPUT_FILE_SIZE", Long.toString(bytes));
        variables.put("R2_ACCOUNT_ID", "local-account");
        variables.put("R2_ACCESS_KEY_ID", Credentials.LOCAL.identity());
        variables.put("R2_SECRET_ACCESS_KEY", Credentials.LOCAL.secret());
        variables.put("R2_ENDPOINT", link.url().toString());
        variables.put("R2_BUCKET", staging.name());
        variables.put("ARCHIVE_BUCKET", archive.name());
        variables.put("CDN_API_URL", cdn.url().toString());
        variables.put("CDN_PUBLIC_URL", cdn.url().toString());
        variables.put("CALLBACK_URL", orchestrator.url().toString());
        return variables;
    }

    /** Closes link, CDN and orchestrator. */
    @Override
    public void close() throws IOException {
        link.close();
        cdn.close();
        orchestrator.close();
    }
}
