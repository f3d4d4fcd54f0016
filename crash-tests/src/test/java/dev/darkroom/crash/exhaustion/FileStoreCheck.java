package dev.darkroom.crash.exhaustion;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that the visible files of a file store are complete. */
final class FileStoreCheck {
    private static final Pattern VARIANT =
            Pattern.compile("\"key\"\\s*:\\s*\"([^\"]+)\".*?\"sha256\"\\s*:\\s*\"([0-9a-f]{64})\"", Pattern.DOTALL);

    private FileStoreCheck() {}

    /** The incomplete files and the remains of unfinished writes; empty if there are none. */
    static List<String> faults(Path store) throws IOException {
        List<String> faults = new ArrayList<>();
        if (!Files.isDirectory(store)) {
            return faults;
        }
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = store.relativize(file).toString();
                if (name.contains("incoming")) {
                    faults.add(name + " was left behind");
                } else if (name.endsWith(".webp") && !isWhole(Files.readAllBytes(file))) {
                    faults.add(name + " is truncated");
                } else if (name.endsWith("manifest.json")) {
                    manifest(store, name, Files.readString(file), faults);
                }
            }
        }
        return faults;
    }

    /** Whether the length matches the RIFF header (RFC 9649, 2.4). */
    private static boolean isWhole(byte[] webp) {
        return webp.length > 12
                && new String(webp, 8, 4, StandardCharsets.US_ASCII).equals("WEBP")
                && ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).getInt(4) + 8 == webp.length;
    }

    private static void manifest(Path store, String name, String manifest, List<String> faults) throws IOException {
        Matcher variants = VARIANT.matcher(manifest);
        int named = 0;
        while (variants.find()) {
            named++;
            Path file = store.resolve(variants.group(1));
            if (!Files.isRegularFile(file) || !sha256(Files.readAllBytes(file)).equals(variants.group(2))) {
                faults.add(name + " names " + variants.group(1) + ", which is missing or has other bytes");
            }
        }
        if (named == 0) {
            faults.add(name + " names nothing: " + manifest);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
