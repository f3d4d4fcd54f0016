package dev.darkroom.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the scanner of the other tests finds active content. */
class ActiveContentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script/>",
                "<x:a xmlns:x='urn:x'/>",
                "<rect onclick='x'/>",
                "<a href='#x'/>",
                "<use href='http://x/#y'/>",
                "<image href='data:image/svg+xml;base64,AAAA'/>",
                "<style>@import 'x';</style>",
                "<style>a{fill:u\\72 l(//x)}</style>",
                "<rect fill='url(x.svg#y)'/>",
                "<rect style='fill:url( \"http://x\")'/>",
                "<rect clip-path='java&#10;script:x'/>",
                "<!-- c -->",
                "<?p?>",
                "<set/>",
                "<g>"
            })
    void itFinds(String content) {
        assertThat(scan(content)).isNotEmpty();
    }

    @Test
    void itFindsNothingInAPlainDrawing() {
        assertThat(scan("<style>.a{fill:url(#g)}</style><use href='#a'/><rect style='fill:red'/>"))
                .isEmpty();
    }

    private static Iterable<String> scan(String content) {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg'>" + content + "</svg>";
        return ActiveContent.in(svg.getBytes(StandardCharsets.UTF_8));
    }
}
