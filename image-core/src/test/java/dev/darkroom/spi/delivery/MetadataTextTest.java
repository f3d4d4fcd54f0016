package dev.darkroom.spi.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MetadataTextTest {
    @Test
    void printableAsciiStaysAsItIs() {
        assertThat(MetadataText.encode("staging/batch_abc123/photos/sunset 1.jpg"))
                .isEqualTo("staging/batch_abc123/photos/sunset 1.jpg");
    }

    /** Expected text from Python's base64 and email.header. */
    @Test
    void otherTextIsAnEncodedWord() {
        assertThat(MetadataText.encode("Zürich")).isEqualTo("=?UTF-8?B?WsO8cmljaA==?=");
        assertThat(MetadataText.encode("a\r\nb")).isEqualTo("=?UTF-8?B?YQ0KYg==?=");
        assertThat(MetadataText.decode("=?iso-8859-1?q?p=F6stal?=")).isEqualTo("pöstal");
        assertThat(MetadataText.decode("=?utf-8?b?WsO8?= =?UTF-8?B?cmljaA==?=")).isEqualTo("Zürich");
    }

    @Test
    void whatIsNoEncodedWordStays() {
        for (String text : new String[] {
            "=?", "=?UTF-8?B?*?=", "=?no-such-charset?B?eA==?=", "=?UTF-8?Q?=4?=", "=?UTF-8?X?eA==?=", "a =? b ?="
        }) {
            assertThat(MetadataText.decode(text)).isEqualTo(text);
        }
    }

    @Property
    void decodingGivesBackWhatWasEncoded(@ForAll("texts") String text) {
        String header = MetadataText.encode(text);
        assertThat(header).matches("[ -~]*").isEqualTo(header.strip());
        assertThat(MetadataText.decode(header)).isEqualTo(text);
    }

    @Property
    void noEncodedWordIsLongerThanTheStandardAllows(@ForAll("texts") String text) {
        String header = MetadataText.encode(text);
        if (!header.equals(text)) {
            assertThat(header.split(" ")).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(75));
        }
    }

    @Property
    void decodingNeverFails(@ForAll String header) {
        assertThat(MetadataText.decode(header)).isNotNull();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
}
