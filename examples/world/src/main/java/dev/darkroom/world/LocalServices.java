package dev.darkroom.world;

import dev.darkroom.world.http.FaultyLink;
import dev.darkroom.world.http.LinkSpeed;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The services that a fly-worker uses: a staging and an archive bucket behind a {@link FaultyLink}, a {@link Cdn} and an
 * {@link Orchestrator}. The buckets of this class access the S3 server directly, so that faults do not affect assertions.
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

    /** Makes services with new, empty buckets on a server. Others may share the server, and closing the services does not close it. */
    public static LocalServices on(S3Server s3) throws IOException {
        return on(s3, LinkSpeed.INSTANT);
    }

    /** The same, with a link of the given speed. */
    public static LocalServices on(S3Server s3, LinkSpeed pace) throws IOException {
        return on(s3, pace, pace);
    }

    /** The same, with another speed for the CDN and the orchestrator. */
    public static LocalServices on(S3Server s3, LinkSpeed pace, LinkSpeed services) throws IOException {
        return new LocalServices(s3, pace, services);
    }

    /** The link from the worker to the S3 server. */
    public FaultyLink link() {
        return link;
    }

    /** The CDN. */
    public Cdn cdn() {
        return cdn;
    }

    /** The orchestrator, which receives the callbacks. */
    public Orchestrator orchestrator() {
        return orchestrator;
    }

    /** The staging bucket, which contains the uploads. */
    public Bucket staging() {
        return staging;
    }

    /** The archive bucket, which contains the originals. */
    public Bucket archive() {
        return archive;
    }

    /** Puts an upload into staging and returns {@link #environmentFor} it. */
    public Map<String, String> upload(String key, byte[] bytes, String contentType) {
        staging.put(key, bytes, contentType);
        return environmentFor(key, bytes.length, contentType);
    }

    /**
     * The environment variables of a task, in a modifiable map. The file name is the last segment of the key.
     *
     * @param key the key of the upload in staging, which need not exist
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
