package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.host.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerVariableTest {
    private static final List<Setting> ALL =
            Stream.of(WorkerVariable.values()).map(variable -> variable.setting).toList();

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "../../README.md"})
    void theReadmesHaveTheTable(String readme) throws Exception {
        String text = Files.readString(Path.of(readme));
        assertThat(text.substring(text.indexOf("<!-- variables -->"), text.indexOf("<!-- /variables -->")))
                .isEqualTo("<!-- variables -->\n" + Setting.table(ALL));
    }

    @Test
    void everyDefaultHasItsOwnForm() {
        for (WorkerVariable variable : WorkerVariable.values()) {
            String shown = Setting.table(List.of(variable.setting))
                    .lines()
                    .reduce((a, b) -> b)
                    .orElseThrow();
            if (!shown.contains("| required |") && variable != WorkerVariable.R2_ENDPOINT) {
                String fallback = variable.in(Map.of());
                assertThat(variable.in(Map.of(variable.name(), fallback))).isEqualTo(fallback);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thumb=400", "a=1,b=2,c=3", "a=2,aa=2,aaa=2", "x-1=10,x_1=10", "a=99999"})
    void variantsAreNamesAndSides(String variants) {
        assertThat(WorkerVariable.VARIANTS.in(Map.of("VARIANTS", variants))).isEqualTo(variants);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thumb",
                "thumb=",
                "thumb=0",
                "=400",
                "a=1,",
                ",a=1",
                "a=1,,b=2",
                "A=1",
                "a=1,a=2",
                "a=1,b=2,a=3",
                "original=400",
                "a=1,original=2",
                "a=1;b=2",
                "a=100000",
                "a=-1",
                "abcdefghijklmnopqrstuvwxyz0123456=1"
            })
    void otherVariantsAreRefused(String variants) {
        assertThat(refusal(WorkerVariable.VARIANTS, variants)).startsWith("VARIANTS is malformed: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "/",
                "..",
                ".",
                "../a",
                "a/../b",
                "a\\..\\b",
                "..\\a",
                "a\nb",
                "a\u0000",
                "a\u0085b",
                "\ud83d"
            })
    void aFileNameIsOneSegment(String name) {
        assertThat(refusal(WorkerVariable.INPUT_FILE_NAME, name)).startsWith("INPUT_FILE_NAME is malformed: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sunset.jpg",
                ".hidden",
                "no extension",
                "Größe 夕日.jpeg",
                "a.b.c",
                "-",
                "a\\b",
                "photo..jpg",
                "..jpg",
                "a..",
                "..."
            })
    void anyOtherNameIsAFileName(String name) {
        assertThat(WorkerVariable.INPUT_FILE_NAME.in(Map.of("INPUT_FILE_NAME", name)))
                .isEqualTo(name);
    }

    private static String refusal(WorkerVariable variable, String value) {
        try {
            return "taken: " + variable.in(Map.of(variable.name(), value));
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).doesNotContain("\n");
            return String.valueOf(e.getMessage());
        }
    }
}
