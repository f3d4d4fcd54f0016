package dev.darkroom.testkit;

import static dev.darkroom.testkit.StoreRoundTripContract.MIB;
import static dev.darkroom.testkit.StoreUnderTest.freshKey;
import static dev.darkroom.testkit.StoreUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.delivery.ObjectKey;
import dev.darkroom.spi.delivery.ObjectStore;
import dev.darkroom.spi.delivery.PutOptions;
import dev.darkroom.spi.delivery.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The tests for keys: different valid keys name different objects, and invalid keys are rejected before any operation. */
public interface StoreKeyContract extends StoreUnderTest {
    /** Valid keys, including pairs that some file systems, decoders or normalizations treat as equal. */
    List<String> ODD_KEYS = List.of(
            "plain.jpg",
            "PLAIN.jpg",
            "Plain.JPG",
            "nested/deeper/still/x.webp",
            "with space.jpg",
            "with+plus.jpg",
            "with%20percent.jpg",
            "with%2Bplus.jpg",
            "100%.jpg",
            "%",
            "ü.jpg",
            "u\u0308.jpg",
            "日本/写真.jpg",
            "🐟.png",
            "..hidden",
            ".hidden",
            "three...dots",
            "...",
            "photo..jpg",
            "..jpg",
            "a..",
            "ends with dot.",
            "con.txt",
            "nul",
            "~",
            "!bang",
            "a?b=c&d#e",
            "a;b,c=d@e$f",
            "quote'\"<tag>&amp;",
            "back\\slash",
            "star*pipe|colon:",
            "[brackets]{braces}^`",
            " leading and trailing ");

    /** Whether a key may be a prefix of another one, such as {@code a} and {@code a/b}. Some servers on file systems do not allow it. */
    default boolean allowsNestedKeys() {
        return true;
    }

    @Test
    default void oddKeysAreKeysOfTheirOwn() throws ImageException {
        String prefix = freshKey("odd/");
        try (ObjectStore store = openStore()) {
            for (String key : ODD_KEYS) {
                store.put(prefix + key, text(key), PutOptions.plain().ifAbsent());
            }
            for (String key : ODD_KEYS) {
                assertThat(store.get(prefix + key, MIB))
                        .as(key)
                        .map(StoredObject::content)
                        .contains(text(key));
                assertThat(store.head(prefix + key)).as(key).isPresent();
            }
            for (String key : ODD_KEYS) {
                store.delete(prefix + key);
                assertThat(store.head(prefix + key)).as(key).isEmpty();
            }
        }
    }

    @Test
    default void everyKeyHasAPathOfItsOwn() throws ImageException {
        try (ObjectStore store = openStore()) {
            Map<String, String> keys = new HashMap<>();
            for (String key : ODD_KEYS) {
                String path = store.path(key);
                assertThat(ObjectKey.checked(path)).as(key).isEqualTo(store.path(key));
                assertThat(keys.put(path, key)).as("another key at " + path).isNull();
            }
        }
    }

    @Test
    default void aKeyMayBeTheStartOfAnother() throws ImageException {
        assumeTrue(allowsNestedKeys(), "not applicable: this store says that its keys do not nest");
        String prefix = freshKey("x");
        List<String> keys = List.of(prefix, prefix + "/y", prefix + "/y/z.jpg", prefix + "/y/z.jpg/w");
        try (ObjectStore store = openStore()) {
            for (String key : keys) {
                store.put(key, text(key), PutOptions.plain());
            }
            for (String key : keys) {
                assertThat(store.get(key, MIB).orElseThrow().content()).isEqualTo(text(key));
            }
        }
    }

    @Test
    default void aKeyMayHave1024Bytes() throws ImageException {
        String prefix = freshKey("");
        int left = ObjectKey.MAX_BYTES - prefix.getBytes(StandardCharsets.UTF_8).length;
        List<String> longest = List.of(
                prefix + "k/".repeat(left / 2 - 1) + "k".repeat(2 + left % 2),
                prefix + ("segment-of-forty-characters-and-one-slash/".repeat(left / 42) + "x".repeat(left % 42)),
                prefix + "é".repeat(90) + ("/" + "é".repeat(90)).repeat(4) + "x".repeat(left - 180 - 4 * 181));
        try (ObjectStore store = openStore()) {
            for (String key : longest) {
                assertThat(key.getBytes(StandardCharsets.UTF_8)).hasSize(ObjectKey.MAX_BYTES);
                store.put(key, text(key), PutOptions.plain());
                assertThat(store.get(key, MIB).orElseThrow().content()).isEqualTo(text(key));
            }
        }
    }

    @Test
    default void badKeysAreRefusedByEveryMethod() throws ImageException {
        List<String> bad = List.of(
                "",
                "/",
                "/absolute",
                "ends/",
                "two//slashes",
                "..",
                ".",
                "../up",
                "a/../b",
                "a/./b",
                "a/..",
                "a\\..\\b",
                "..\\b",
                "a\\.",
                "nul\0byte",
                "new\nline",
                "tab\t",
                "del\u007f",
                "c1\u0085",
                "half \ud83d pair",
                "k".repeat(1025),
                "é".repeat(513));
        try (ObjectStore store = openStore()) {
            String good = freshKey("good");
            store.put(good, text("content"), PutOptions.plain());
            for (String key : bad) {
                refused(key, () -> store.get(key, MIB));
                refused(key, () -> store.head(key));
                refused(key, () -> store.path(key));
                refused(key, () -> store.put(key, text("x"), PutOptions.plain()));
                refused(key, () -> store.copy(key, good, PutOptions.plain()));
                refused(key, () -> store.copy(good, key, PutOptions.plain()));
                refused(key, () -> store.delete(key));
            }
            assertThat(store.get(good, MIB).orElseThrow().content()).isEqualTo(text("content"));
        }
    }

    private static void refused(String key, ThrowingCallable call) {
        assertThatIllegalArgumentException()
                .as("key <%s>", key)
                .isThrownBy(call)
                .withMessageContaining("object key");
    }
}
