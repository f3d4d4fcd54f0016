package dev.darkroom.pipeline.store;

import dev.darkroom.core.ImageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Locks that admit one writer per key, among threads and among the processes that share the folder. A file lock belongs to the whole Java
 * process, and it ends when any channel on the file is closed. So each file lock is taken inside a lock among threads, by one channel at a
 * time.
 */
final class KeyLocks {
    private static final int STRIPE_DIGITS = 2;
    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long POLL_INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final Map<Path, ReentrantLock> AMONG_THREADS = new ConcurrentHashMap<>();

    private final Path folder;

    KeyLocks(Path folder) {
        this.folder = folder;
    }

    /** An action that runs while the lock of its key is held. */
    interface LockedAction<T> {
        T run() throws IOException, ImageException, InterruptedException;
    }

    /**
     * Waits for the lock of the key and runs the action. Not reentrant.
     *
     * @throws IOException after 30 s without the lock
     */
    <T> T inTurn(String key, LockedAction<T> work) throws IOException, ImageException, InterruptedException {
        Path file = folder.resolve(KeyPath.hash(key).substring(0, STRIPE_DIGITS));
        ReentrantLock amongThreads = AMONG_THREADS.computeIfAbsent(file, f -> new ReentrantLock());
        long end = System.nanoTime() + TIMEOUT_NANOS;
        if (!amongThreads.tryLock(TIMEOUT_NANOS, TimeUnit.NANOSECONDS)) {
            throw new IOException("another writer held the lock " + file + " for 30 s");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lockAmongProcesses(channel, file, end);
            return work.run();
        } finally {
            amongThreads.unlock();
        }
    }

    private static void lockAmongProcesses(FileChannel channel, Path file, long end)
            throws IOException, InterruptedException {
        while (!locked(channel)) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("another process held the lock " + file + " for 30 s");
            }
            LockSupport.parkNanos(POLL_INTERVAL_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another class loader of this process has loaded this class too, and holds the lock.
            return false;
        }
    }
}
