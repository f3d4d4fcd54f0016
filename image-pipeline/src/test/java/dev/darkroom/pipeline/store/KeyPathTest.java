package dev.darkroom.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.spi.delivery.ObjectKey;
import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class KeyPathTest {
    @Test
    void plainKeysArePlainPaths() {
        assertThat(KeyPath.of("c1/content-thumbnails/42/sm.webp")).isEqualTo("c1/content-thumbnails/42/sm.webp");
        assertThat(KeyPath.of("staging/batch_abc123/photos/sunset.jpg.ref.json"))
                .isEqualTo("staging/batch_abc123/photos/sunset.jpg.ref.json");
    }

    @Test
    void strangerKeysAreEscaped() {
        assertThat(KeyPath.of("IMG_1.JPG")).isEqualTo("!i!m!g_1.!j!p!g=.jpg");
        assertThat(KeyPath.of("a b/ü.png")).isEqualTo("a=20b/=c3=bc.png");
        assertThat(KeyPath.of("v1.2/no-dot")).isEqualTo("v1.2~/no-dot~");
        assertThat(KeyPath.of(".darkroom/locks/x.y")).isEqualTo("=2edarkroom/locks/x.y");
        assertThat(KeyPath.of("con.txt")).isEqualTo("=63on.txt");
        assertThat(KeyPath.of("photo..jpg")).isEqualTo("photo..jpg");
        assertThat(KeyPath.of("..jpg")).isEqualTo("=2e.jpg");
        assertThat(KeyPath.of("a../...")).isEqualTo("a.=2e~/=2e.=2e");
        assertThat(KeyPath.of("x/" + "y".repeat(400))).matches("=long/[0-9a-f]{2}/[0-9a-f]{64}\\.bin");
        assertThat(KeyPath.of("x/" + "y".repeat(400) + ".WebP")).matches("=long/[0-9a-f]{2}/[0-9a-f]{64}\\.webp");
    }

    @Property
    void pathsAreSafeOnAnyFileSystem(@ForAll("keys") String key) {
        String path = KeyPath.of(key);
        assertThat(path).isEqualTo(path.toLowerCase(Locale.ROOT)).matches("[a-z0-9._~!=/-]+");
        assertThat(path.length()).isLessThanOrEqualTo(700);
        for (String name : path.split("/", -1)) {
            assertThat(name)
                    .isNotEmpty()
                    .doesNotStartWith(".")
                    .doesNotEndWith(".")
                    .hasSizeLessThan(255);
        }
    }

    /** Windows creates short names such as {@code photos~1.jpg} as aliases of other files. */
    @Property
    void noPathIsAShortNameOfAnother(@ForAll("keys") String key) {
        assertThat(KeyPath.of(key)).doesNotContainPattern("~[^/]");
    }

    @Property
    void aFileKeepsTheExtensionByWhichServersTellItsType(@ForAll("keys") String key) {
        assertThat(KeyPath.of(key + "x.JPEG")).endsWith(".jpeg");
        assertThat(KeyPath.of(key + "x.webp")).endsWith(".webp");
    }

    @Property
    void twoKeysNeverMeet(@ForAll("keys") String one, @ForAll("keys") String two) {
        Assume.that(!one.equals(two));
        apart(one, two);
    }

    @Property
    void akinKeysNeverMeet(@ForAll("keys") String key) {
        String[] akin = {
            key.toUpperCase(Locale.ROOT),
            key.toLowerCase(Locale.ROOT),
            Normalizer.normalize(key, Normalizer.Form.NFD),
            Normalizer.normalize(key, Normalizer.Form.NFC),
            key + "~",
            key + "=.jpg",
            key + ".x",
            key + "/x",
            key + "/x.y",
            KeyPath.of(key)
        };
        for (String other : akin) {
            if (!other.equals(key) && isKey(other)) {
                apart(key, other);
            }
        }
    }

    private static boolean isKey(String text) {
        try {
            return text.equals(ObjectKey.checked(text));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void apart(String one, String two) {
        String a = KeyPath.of(one);
        String b = KeyPath.of(two);
        assertThat(a).isNotEqualTo(b);
        assertThat(a + "/").doesNotStartWith(b + "/");
        assertThat(b + "/").doesNotStartWith(a + "/");
    }

    @Provide
    Arbitrary<String> keys() {
        Arbitrary<String> plain = Arbitraries.strings()
                .withChars("abAB.~!=%2e -_ü日")
                .ofMinLength(1)
                .ofMaxLength(6);
        Arbitrary<String> any = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(300);
        Arbitrary<String> reserved = Arbitraries.of(
                "con", "CON.x", "nul", "com1.tar.gz", "aux.", "~long", "=long", ".darkroom", "a.JPG", "a.jpg");
        Arbitrary<String> segment =
                Arbitraries.frequencyOf(Tuple.of(8, plain), Tuple.of(1, any), Tuple.of(2, reserved));
        return Combinators.combine(segment, segment.list().ofMaxSize(4))
                .as((first, more) -> more.isEmpty() ? first : first + "/" + String.join("/", more))
                .filter(KeyPathTest::isKey);
    }
}
