package dev.darkroom.pipeline.store;

import dev.darkroom.spi.delivery.ObjectHead;
import dev.darkroom.spi.delivery.PutOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The head files of a file store: content type, cache control and metadata of each object. A head file is named by its key and by the hash
 * of its content. It is written before the content. So the atomic move of the content switches both, and a reader that hashes the content
 * finds the head that belongs to it.
 */
final class HeadFiles {
    private static final String CONTENT_TYPE = "content-type";
    private static final String CACHE_CONTROL = "cache-control";
    private static final String METADATA = "metadata.";
    private static final String SUFFIX = ".properties";

    private final Path folder;
    private final Staging staging;

    HeadFiles(Path folder, Staging staging) {
        this.folder = folder;
        this.staging = staging;
    }

    Optional<ObjectHead> find(String key, long length, String sha256) throws IOException {
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(file(key, sha256))) {
            lines.load(in);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IOException("not a head file: " + file(key, sha256), e);
        }
        Map<String, String> metadata = new TreeMap<>();
        for (String line : lines.stringPropertyNames()) {
            if (line.startsWith(METADATA)) {
                metadata.put(line.substring(METADATA.length()), lines.getProperty(line));
            }
        }
        return Optional.of(new ObjectHead(length, sha256, lines.getProperty(CONTENT_TYPE, ""), metadata));
    }

    void write(String key, String sha256, PutOptions options) throws IOException {
        Properties lines = new Properties();
        lines.setProperty(CONTENT_TYPE, options.contentType());
        if (!options.cacheControl().isEmpty()) {
            lines.setProperty(CACHE_CONTROL, options.cacheControl());
        }
        options.metadata().forEach((name, value) -> lines.setProperty(METADATA + name, value));
        StringWriter text = new StringWriter();
        lines.store(text, null);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        try (Staging.Staged staged = staging.stage(new ByteArrayInputStream(bytes))) {
            staged.publish(file(key, sha256));
        }
    }

    /** Deletes the heads of contents that were replaced. */
    void keepOnly(String key, String sha256) throws IOException {
        for (Path head : all(key)) {
            if (!head.getFileName().toString().equals(sha256 + SUFFIX)) {
                Files.deleteIfExists(head);
            }
        }
    }

    void deleteAll(String key) throws IOException {
        for (Path head : all(key)) {
            Files.deleteIfExists(head);
        }
        Files.deleteIfExists(folderOf(key));
    }

    private Iterable<Path> all(String key) throws IOException {
        try (DirectoryStream<Path> heads = Files.newDirectoryStream(folderOf(key))) {
            List<Path> list = new ArrayList<>();
            heads.forEach(list::add);
            return list;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    private Path folderOf(String key) {
        String hash = KeyPath.hash(key);
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private Path file(String key, String sha256) {
        return folderOf(key).resolve(sha256 + SUFFIX);
    }
}
