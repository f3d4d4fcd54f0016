package dev.darkroom.cdn;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Rendition;
import dev.darkroom.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The body of a registration request. Renditions are encoded as base64 in chunks while the request is sent, so it needs memory for one
 * chunk only, whatever their size. The length is known in advance.
 */
final class RegistrationBody implements Iterable<byte[]> {
    /** Chunk size in bytes. It is divisible by 3, so that only the last chunk of a rendition is padded. A chunk makes 64 KiB of base64. */
    private static final int CHUNK = 48 * 1024;

    private final List<Part> parts = new ArrayList<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    /**
     * @param ipfsCid empty for none
     */
    RegistrationBody(List<Rendition> renditions, String filename, String contentType, String ipfsCid) {
        append("{\"variants\":[");
        for (int i = 0; i < renditions.size(); i++) {
            append(i == 0 ? "" : ",");
            append(renditions.get(i));
        }
        append("],\"original_filename\":").appendValue(filename);
        append(",\"original_content_type\":").appendValue(contentType);
        if (!ipfsCid.isEmpty()) {
            append(",\"ipfs_cid\":").appendValue(ipfsCid);
        }
        append("}");
        endText();
    }

    long length() {
        return parts.stream().mapToLong(Part::length).sum();
    }

    /** A body publisher that may be subscribed to any number of times. */
    BodyPublisher body() {
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(this), length());
    }

    @Override
    public Iterator<byte[]> iterator() {
        return new Chunks(parts);
    }

    private void append(Rendition rendition) {
        append("{\"name\":").appendValue(rendition.name());
        append(",\"data\":\"");
        endText();
        parts.add(new Part(rendition.bytes(), true));
        append("\",\"content_type\":").appendValue(rendition.contentType());
        append(",\"size\":" + rendition.bytes().length() + "}");
    }

    private RegistrationBody append(String raw) {
        text.writeBytes(raw.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private void appendValue(String value) {
        try {
            Json.compact(value).writeTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endText() {
        parts.add(new Part(Bytes.wrap(text.toByteArray()), false));
        text.reset();
    }

    private record Part(Bytes bytes, boolean base64) {
        long length() {
            return base64 ? 4L * ((bytes.length() + 2L) / 3) : bytes.length();
        }

        byte[] chunk(int from) {
            byte[] raw =
                    bytes.slice(from, Math.min(CHUNK, bytes.length() - from)).toArray();
            return base64 ? Base64.getEncoder().encode(raw) : raw;
        }
    }

    private static final class Chunks implements Iterator<byte[]> {
        private final List<Part> parts;
        private int part;
        private int from;

        Chunks(List<Part> parts) {
            this.parts = parts;
        }

        @Override
        public boolean hasNext() {
            while (part < parts.size() && from >= parts.get(part).bytes().length()) {
                part++;
                from = 0;
            }
            return part < parts.size();
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            byte[] chunk = parts.get(part).chunk(from);
            from += CHUNK;
            return chunk;
        }
    }
}
