package dev.darkroom.pipeline.store;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.FileDescriptors;
import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.ObjectKey;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.PutResult;
import dev.darkroom.spi.delivery.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An object store that keeps objects as plain files of a folder, so that a web server can serve them. The object {@code c1/sm.webp} is the
 * file {@code c1/sm.webp}. A key with capitals, spaces or letters of other scripts has a file name that is distinct on every file system
 * ({@link KeyPath}); {@link #path} returns it. Content types and metadata are stored under {@code .darkroom}, which a web server does not
 * need. A file that another program puts into the folder is an object without a content type. The whole folder must be on one file system.
 *
 * <p>When a write returns, the object is complete and on disk. Conditional writes are atomic among all threads and processes that use the
 * folder through this class. Symbolic links inside the folder are refused. However, a program that may write to the folder can replace a
 * file by a link during an access; this class does not protect against that.
 */
public final class FileStore implements ObjectStore {
    private static final String PRIVATE_FOLDER = ".darkroom";

    private final String name;
    private final Path root;
    private final KeyLocks locks;
    private final Staging staging;
    private final HeadFiles heads;

    private FileStore(Path root) throws IOException {
        Path priv = root.resolve(PRIVATE_FOLDER);
        this.name = "file store " + root.getFileName();
        this.root = root;
        this.locks = new KeyLocks(priv.resolve("locks"));
        this.staging = new Staging(priv.resolve("incoming"));
        this.heads = new HeadFiles(priv.resolve("heads"), staging);
    }

    /** Opens the store. Creates the folder if it does not exist. */
    public static FileStore open(Path folder) throws ImageException {
        try {
            Files.createDirectories(folder);
            Path root = folder.toRealPath();
            FileStore store = new FileStore(root);
            for (String part : new String[] {"locks", "incoming", "heads"}) {
                Path own = root.resolve(PRIVATE_FOLDER).resolve(part);
                Files.createDirectories(own);
                if (!own.toRealPath().equals(own)) {
                    throw new IOException("a symbolic link: " + own);
                }
            }
            store.staging.sweep();
            return store;
        } catch (IOException e) {
            throw ImageException.unavailable("file store", "the file store could not be opened", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String path(String key) {
        return KeyPath.of(ObjectKey.checked(key));
    }

    @Override
    public Optional<StoredObject> get(String key, long maxBytes) throws ImageException {
        return attempt("read", () -> load(key, maxBytes))
                .map(seen -> new StoredObject(seen.content().bytes(), seen.head()));
    }

    @Override
    public Optional<ObjectHead> head(String key) throws ImageException {
        return attempt("read", () -> load(key, FileContent.HASH_ONLY)).map(StoredFile::head);
    }

    @Override
    public PutResult put(String key, Bytes content, PutOptions options) throws ImageException {
        ObjectKey.checked(key);
        return written(published -> write(key, content.newInputStream(), options, published));
    }

    @Override
    public PutResult copy(String from, String to, PutOptions options) throws ImageException {
        ObjectKey.checked(to);
        return written(published -> {
            try (InputStream in = FileContent.open(file(from))) {
                return write(to, in, options, published);
            } catch (NoSuchFileException e) {
                throw ImageException.refused(name, "there is no such object to copy");
            }
        });
    }

    @Override
    public void delete(String key) throws ImageException {
        attempt("written", () -> {
            Path path = file(key);
            return locks.inTurn(key, () -> {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(path);
                }
                heads.deleteAll(key);
                return true;
            });
        });
    }

    @Override
    public void close() {}

    /** A content and the head that belongs to it. */
    private record StoredFile(FileContent content, ObjectHead head) {}

    /**
     * Reads without a lock first. If no head belongs to the content that was read, then either a writer replaced it in between, or another
     * program wrote the file. A second read under the lock tells these cases apart.
     */
    private Optional<StoredFile> load(String key, long maxBytes)
            throws IOException, ImageException, InterruptedException {
        Path path = file(key);
        Optional<StoredFile> seen = found(key, FileContent.read(path, maxBytes), false);
        if (seen.isPresent() || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return seen;
        }
        if (!Files.isWritable(root)) {
            return found(key, FileContent.read(path, maxBytes), true);
        }
        return locks.inTurn(key, () -> found(key, FileContent.read(path, maxBytes), true));
    }

    private Optional<StoredFile> found(String key, Optional<FileContent> content, boolean mayBeForeign)
            throws IOException {
        if (content.isEmpty()) {
            return Optional.empty();
        }
        FileContent read = content.get();
        Optional<ObjectHead> head = heads.find(key, read.length(), read.sha256());
        if (head.isEmpty() && mayBeForeign) {
            head = Optional.of(new ObjectHead(read.length(), read.sha256(), "", Map.of()));
        }
        return head.map(h -> new StoredFile(read, h));
    }

    private PutResult write(String key, InputStream content, PutOptions options, AtomicBoolean published)
            throws IOException, ImageException, InterruptedException {
        Path path = file(key);
        try (Staging.Staged staged = staging.stage(content)) {
            return locks.inTurn(key, () -> {
                if (!holds(options, path)) {
                    return new PutResult.Refused();
                }
                heads.write(key, staged.sha256(), options);
                staged.publish(path);
                published.set(true);
                heads.keepOnly(key, staged.sha256());
                return new PutResult.Stored(staged.sha256());
            });
        }
    }

    private static boolean holds(PutOptions options, Path path) throws IOException, ImageException {
        if (options.requiresAbsent()) {
            return !Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        }
        if (options.requiredEtag().isEmpty()) {
            return true;
        }
        return FileContent.read(path, FileContent.HASH_ONLY)
                .filter(present ->
                        present.sha256().equals(options.requiredEtag().get()))
                .isPresent();
    }

    private Path file(String key) throws ImageException {
        Path path = root;
        for (String segment : path(key).split("/", -1)) {
            path = path.resolve(segment);
            if (Files.isSymbolicLink(path)) {
                throw ImageException.refused(name, "a path of the file store has a symbolic link");
            }
        }
        return path;
    }

    /** A write. It sets its argument to true once the object is in place. */
    private interface Write {
        PutResult run(AtomicBoolean published) throws IOException, ImageException, InterruptedException;
    }

    private PutResult written(Write write) throws ImageException {
        AtomicBoolean published = new AtomicBoolean();
        try {
            return attempt("written", () -> write.run(published));
        } catch (ImageException e) {
            throw published.get() ? e : e.withoutEffect();
        }
    }

    private <T> T attempt(String what, KeyLocks.LockedAction<T> work) throws ImageException {
        try {
            return work.run();
        } catch (ClosedByInterruptException | FileLockInterruptionException | InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ImageException.stopped("the job was interrupted");
        } catch (IOException e) {
            String reason = FileDescriptors.areExhausted(e) ? ": " + FileDescriptors.NONE_LEFT : "";
            throw ImageException.unavailable(name, "the file store could not be " + what + reason, e);
        }
    }
}
