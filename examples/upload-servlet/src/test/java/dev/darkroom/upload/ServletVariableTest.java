package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.host.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServletVariableTest {
    private static final Map<String, String> R2 = Map.of(
            "STORE",
            "r2",
            "R2_ACCOUNT_ID",
            "a1",
            "R2_BUCKET",
            "b1",
            "R2_ACCESS_KEY_ID",
            "k",
            "R2_SECRET_ACCESS_KEY",
            "s");

    @Test
    void theReadmeTellsOfEverySetting() throws Exception {
        String table = Setting.table(Stream.of(ServletVariable.values())
                .map(variable -> variable.setting)
                .toList());
        assertThat(Files.readString(Path.of("README.md"))).contains(table);
    }

    @Test
    void everyDefaultIsInOrder() {
        for (ServletVariable variable : ServletVariable.values()) {
            assertThat(variable.in(Map.of())).isNotNull();
        }
        assertThat(ServletLimits.of(Map.of()).queue()).isEqualTo(64);
    }

    @Test
    void theStoreIsAFolderUnlessToldOtherwise() {
        assertThat(ServletVariable.storeIn(Map.of())).isEqualTo("file:./data");
        assertThat(ServletVariable.storeIn(Map.of("STORE", "s3://bucket/x"))).isEqualTo("s3://bucket/x");
        assertThat(ServletVariable.storeIn(R2)).isEqualTo("r2://a1/b1");
    }

    @Test
    void whatR2NeedsIsMissedByName() {
        for (String name : R2.keySet()) {
            if (!name.equals("STORE")) {
                Map<String, String> incomplete = new HashMap<>(R2);
                incomplete.remove(name);
                assertThatThrownBy(() -> ServletVariable.storeIn(incomplete)).hasMessageContaining(name);
            }
        }
    }

    @Test
    void tooLittleMemoryForOneFileIsRefused() {
        assertThatThrownBy(() -> ServletLimits.of(Map.of("UPLOAD_MEMORY", "1000")))
                .hasMessageContaining("UPLOAD_MEMORY");
    }
}
