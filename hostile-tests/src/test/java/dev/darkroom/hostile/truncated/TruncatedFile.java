package dev.darkroom.hostile.truncated;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One row of the table: a file that lacks something, and what has to become of it.
 *
 * @param name what it lacks
 * @param files all that end like this
 * @param whole a file that shows the same; empty for a refused one
 * @param warnings patterns of all that is warned of, where it is accepted
 * @param refusal a pattern of the message; empty where it is accepted
 * @param copiedFrames of the rewritten copy
 */
record TruncatedFile(
        String name, List<byte[]> files, byte[] whole, List<String> warnings, String refusal, int copiedFrames) {
    static TruncatedFile accepted(String name, byte[] file, byte[] whole, String... warnings) {
        return new TruncatedFile(name, List.of(file), whole, List.of(warnings), "", 1);
    }

    static TruncatedFile refused(String name, String refusal, byte[]... files) {
        return new TruncatedFile(name, List.of(files), new byte[0], List.of(), refusal, 0);
    }

    /** Each file that ends after {@code from} bytes or more, and before {@code to}. */
    static TruncatedFile cutIsRefused(String name, String refusal, byte[] file, int from, int to) {
        List<byte[]> files = IntStream.range(from, to)
                .mapToObj(length -> Arrays.copyOf(file, length))
                .toList();
        return new TruncatedFile(name, files, new byte[0], List.of(), refusal, 0);
    }

    TruncatedFile copiedWith(int frames) {
        return new TruncatedFile(name, files, whole, warnings, refusal, frames);
    }

    boolean isRefused() {
        return !refusal.isEmpty();
    }

    static byte[] cut(byte[] file, int count) {
        return Arrays.copyOf(file, file.length - count);
    }

    @Override
    public String toString() {
        return name;
    }
}
