package dev.darkroom.pipeline.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/** Incomplete files: each is written and forced to disk in a separate folder, then moved atomically to its final path. */
final class Staging {
    /** No write takes this long. An older file was left by a process that has ended. */
    private static final Duration STALE = Duration.ofHours(6);

    private static final int PUBLISH_TRIES = 10;

    private final Path folder;

    Staging(Path folder) {
        this.folder = folder;
    }

    /** Deletes the files that killed writers left. */
    void sweep() throws IOException {
        Instant limit = Instant.now().minus(STALE);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (modified(file).isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Instant modified(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        }
    }

    Staged stage(InputStream content) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".part");
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
            long length = content.transferTo(out);
            channel.force(true);
            return new Staged(file, length, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Content on disk that no reader sees yet. Closing it deletes the file, unless it was published.
     *
     * @param length in bytes
     * @param sha256 in hex
     */
    record Staged(Path file, long length, String sha256) implements AutoCloseable {
        /** Replaces the target atomically. */
        void publish(Path target) throws IOException {
            Path parent = Objects.requireNonNull(target.getParent(), "never the root");
            for (int tries = 1; ; tries++) {
                Files.createDirectories(parent);
                try {
                    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    break;
                } catch (NoSuchFileException e) {
                    // Another program deleted the empty folder between the two calls.
                    if (tries == PUBLISH_TRIES) {
                        throw e;
                    }
                }
            }
            force(parent);
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }

        /** Makes the move durable if power fails. On Windows this needs no call, and folders cannot be opened there. */
        private static void force(Path folder) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException e) {
                // The content is complete and in place even so.
            }
        }
    }
}
