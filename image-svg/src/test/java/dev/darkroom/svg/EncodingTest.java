package dev.darkroom.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests input encodings. The output is always UTF-8, and no parser can read different markup from the same bytes. */
class EncodingTest {
    private static final String SVG =
            "<svg xmlns='http://www.w3.org/2000/svg'><text>\u00E4\u0442\u20AC</text><script/></svg>";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsReadWithAndWithoutAByteOrderMark(String charset) throws Exception {
        assertThat(SanitizerFixture.checked(encoded("\uFEFF" + SVG, charset)))
                .contains("<text>\u00E4\u0442\u20AC</text></svg>");
        assertThat(SanitizerFixture.checked(encoded(SVG, charset))).contains("<text>\u00E4\u0442\u20AC</text></svg>");
    }

    @Test
    void utf8IsReadWithAByteOrderMark() throws Exception {
        assertThat(SanitizerFixture.checked(encoded("\uFEFF" + SVG, "UTF-8")))
                .contains("<text>\u00E4\u0442\u20AC</text>");
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1,\u00E4", "windows-1251,\u0442", "ISO-8859-15,\u20AC", "utf-8,\u20AC"})
    void declaredEncodingsAreRead(String charset, String text) throws Exception {
        String svg = "<?xml version='1.0' encoding='" + charset + "'?><svg xmlns='http://www.w3.org/2000/svg'><text>"
                + text + "</text></svg>";
        assertThat(SanitizerFixture.checked(encoded(svg, charset))).contains("<text>" + text + "</text>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-7", "utf-16", "UTF-32", "ISO-2022-JP", "IBM037", "x-made-up", "Shift_JIS", "HZ-GB-2312"})
    void encodingsThatHideMarkupAreNotRead(String charset) {
        String svg = "<?xml version='1.0' encoding='" + charset + "'?><svg>+ADw-script+AD4-</svg>";
        assertThat(SanitizerFixture.refusal(svg)).isInstanceOf(Failure.Unsupported.class);
    }

    @Test
    void utf7WithoutADeclarationIsPlainText() throws Exception {
        assertThat(SanitizerFixture.content("<text>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</text>"))
                .isEqualTo("<text>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</text>");
    }

    @Test
    void bytesThatAreNotTheirEncodingAreMalformed() {
        byte[] bytes = SVG.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(SanitizerFixture.refusal(Bytes.wrap(bytes))).isInstanceOf(Failure.Malformed.class);
        Bytes overlong = Bytes.wrap(new byte[] {'<', 's', 'v', 'g', '>', (byte) 0xC0, (byte) 0xBC});
        assertThat(SanitizerFixture.refusal(overlong)).isInstanceOf(Failure.Malformed.class);
    }

    @Test
    void halfASurrogateIsMalformed() {
        assertThat(SanitizerFixture.refusal(encoded("<svg>\u0041</svg>".replace('\u0041', '\uD800'), "UTF-16BE")))
                .isInstanceOf(Failure.Malformed.class);
    }

    private static Bytes encoded(String text, String charset) {
        if (!charset.startsWith("UTF-16")) {
            return Bytes.wrap(text.getBytes(Charset.forName(charset)));
        }
        byte[] bytes = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            int high = charset.endsWith("BE") ? 0 : 1;
            bytes[2 * i + high] = (byte) (text.charAt(i) >> 8);
            bytes[2 * i + 1 - high] = (byte) text.charAt(i);
        }
        return Bytes.wrap(bytes);
    }
}
