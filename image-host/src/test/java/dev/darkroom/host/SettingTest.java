package dev.darkroom.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    private final Setting address = new Setting("ADDRESS", null, Setting.URL, "where it is");
    private final Setting size = new Setting("SIZE", "50", Setting.COUNT, "how large");

    @Test
    void aMissingOrMalformedSettingIsNamedAndItsValueIsNotShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> address.in(Map.of()))
                .withMessage("ADDRESS is missing: where it is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> address.in(Map.of("ADDRESS", "hunter2")))
                .withMessage("ADDRESS is malformed: where it is");
    }

    @Test
    void theDefaultStandsInForAMissingAndForAnEmptyValue() {
        assertThat(size.number(Map.of())).isEqualTo(50);
        assertThat(size.number(Map.of("SIZE", ""))).isEqualTo(50);
        assertThat(size.number(Map.of("SIZE", "7"))).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "1e3", "07", " 7", "1000000000", "٣", "7\n"})
    void whatIsNoCountIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> size.in(Map.of("SIZE", value)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cdn.example",
                "ftp://cdn.example",
                "https://",
                "http:///x",
                "https://a b",
                "file:/etc",
                "https://a_b/"
            })
    void whatIsNoWebAddressIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> address.in(Map.of("ADDRESS", value)));
    }

    @Test
    void theTableSaysWhatIsRequiredAndTheDefaults() {
        Setting secret = new Setting("SECRET", "", Setting.TEXT, "for nobody");
        assertThat(Setting.table(List.of(address, size, secret))).isEqualTo("""
                        | variable | default | meaning |
                        | --- | --- | --- |
                        | `ADDRESS` | required | where it is |
                        | `SIZE` | `50` | how large |
                        | `SECRET` |  | for nobody |
                        """);
    }

    @Test
    void aMalformedNumberCanBeReplacedByTheDefault() {
        Setting seconds = new Setting("STOP_SECONDS", "5", Setting.COUNT, "seconds");
        assertThat(seconds.numberOrDefault(Map.of("STOP_SECONDS", "12"))).isEqualTo(12);
        assertThat(seconds.numberOrDefault(Map.of("STOP_SECONDS", "soon"))).isEqualTo(5);
        assertThat(seconds.numberOrDefault(Map.of())).isEqualTo(5);
    }
}
