package dev.darkroom.spi.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"photo..jpg", "..jpg", "a..", "...", ".a", "a.", "a..b", "a\\b", "a\\..b", "con", "Größe 夕日.jpeg"
            })
    void dotsWithinANameAreAName(String name) {
        assertThat(ObjectKey.checkedSegment(name)).isEqualTo(name);
        assertThat(ObjectKey.isSegment(name)).isTrue();
        assertThat(ObjectKey.checked("x/" + name + "/y")).isEqualTo("x/" + name + "/y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a/../b",
                "a/./b",
                "../a",
                "a/..",
                "a\\..\\b",
                "..\\a",
                "a\\..",
                "a\\.",
                "a\0b",
                "a\nb",
                "a\u007fb",
                "a\u0085b",
                "\ud83d",
                "a//b",
                "/a",
                "a/"
            })
    void whatLeadsToAnotherFolderOrIsNoTextIsNoKey(String key) {
        assertThat(ObjectKey.isValid(key)).isFalse();
        assertThat(ObjectKey.isSegment(key)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectKey.checked(key));
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectKey.checkedSegment(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a/b/c.jpg"})
    void aKeyOfSeveralSegmentsIsNoSegment(String key) {
        assertThat(ObjectKey.isValid(key)).isTrue();
        assertThat(ObjectKey.isSegment(key)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectKey.checkedSegment(key))
                .withMessageContaining("has a slash");
    }

    @Property
    void aPathMadeOfAKeyStaysBelowItsFolder(
            @ForAll
                    @CharRange(from = '.', to = '/')
                    @CharRange(from = 'a', to = 'b')
                    @CharRange(from = '\\', to = '\\')
                    @StringLength(max = 8)
                    String text) {
        boolean leaves = false;
        for (String name : text.split("[/\\\\]", -1)) {
            leaves |= name.equals(".") || name.equals("..");
        }
        boolean empty = text.isEmpty() || text.startsWith("/") || text.endsWith("/") || text.contains("//");
        assertThat(ObjectKey.isValid(text)).isEqualTo(!leaves && !empty);
    }
}
