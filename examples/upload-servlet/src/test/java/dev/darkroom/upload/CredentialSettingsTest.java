package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.upload.access.AccessTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialSettingsTest {
    @Test
    void tokensAreReadFromTheEnvironmentAndFromAFile(@TempDir Path folder) throws Exception {
        Path file =
                Files.writeString(folder.resolve("tokens"), "# ours\n\nc2:0123456789abcdef\r\nc3:fedcba9876543210\n");
        AccessTokens tokens =
                CredentialSettings.tokens(Map.of("TOKENS", "c1:aaaaaaaaaaaaaaaa", "TOKENS_FILE", file.toString()));
        assertThat(tokens.creatorOf("aaaaaaaaaaaaaaaa")).hasValue("c1");
        assertThat(tokens.creatorOf("0123456789abcdef")).hasValue("c2");
        assertThat(tokens.creatorOf("fedcba9876543210")).hasValue("c3");
        assertThat(tokens.creatorOf("fedcba987654321")).isEmpty();
        assertThat(tokens.creatorOf("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secretsecretsecret", "../c1:secretsecretsecret", "c1:secret", ":secretsecretsecret"})
    void aMalformedTokenIsToldWithoutShowingIt(String tokens) {
        assertThatThrownBy(() -> AccessTokens.parse(tokens))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aTokenOfTwoCreatorsIsRefused() {
        assertThatThrownBy(() -> AccessTokens.parse("c1:secretsecretsecret,c2:secretsecretsecret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void noTokenAtAllIsRefused() {
        assertThatThrownBy(() -> CredentialSettings.tokens(Map.of())).hasMessageContaining("TOKENS");
    }

    @Test
    void everyStartHasAnotherSecret() {
        assertThat(CredentialSettings.random()).hasSize(32).isNotEqualTo(CredentialSettings.random());
    }
}
