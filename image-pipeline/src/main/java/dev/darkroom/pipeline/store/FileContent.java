package dev.darkroom.pipeline.store;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.output.NullOutputStream;

/**
 * The content of one file. A published file is never written again, only replaced, so an open file keeps its content.
 *
 * @param sha256 in hex
 * @param bytes empty if only the hash was requested
 */
record FileContent(long length, String sha256, Bytes bytes) {
    /** Value for {@code maxBytes}: hash the content and keep no bytes. */
    static final long HASH_ONLY = -1;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** Reads a file. Empty if there is no regular file at the path. */
    static Optional<FileContent> read(Path path, long maxBytes) throws IOException, ImageException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        MessageDigest digest = Staging.sha256();
        try (FileChannel channel = channel(path);
                InputStream in = new DigestInputStream(Channels.newInputStream(channel), digest)) {
            long length = channel.size();
            Bytes bytes = Bytes.empty();
            if (maxBytes == HASH_ONLY) {
                length = IOUtils.copyLarge(in, NullOutputStream.INSTANCE);
            } else {
                bytes = Bytes.wrap(whole(in, length, maxBytes));
            }
            return Optional.of(new FileContent(length, HexFormat.of().formatHex(digest.digest()), bytes));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static InputStream open(Path path) throws IOException {
        return Channels.newInputStream(channel(path));
    }

    private static FileChannel channel(Path path) throws IOException {
        return FileChannel.open(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    private static byte[] whole(InputStream in, long length, long maxBytes) throws IOException, ImageException {
        if (length > Math.min(maxBytes, LARGEST_ARRAY)) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.BYTES,
                    "file size limit in bytes",
                    length,
                    Math.min(maxBytes, LARGEST_ARRAY));
        }
        byte[] bytes = new byte[(int) length];
        int read = IOUtils.read(in, bytes);
        if (read < length) {
            throw new EOFException("the file ended after " + read + " of " + length + " bytes");
        }
        return bytes;
    }
}
