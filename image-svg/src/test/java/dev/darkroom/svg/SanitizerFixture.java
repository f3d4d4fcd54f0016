package dev.darkroom.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Rewriter;
import java.nio.charset.StandardCharsets;

/** Helper methods to run the sanitizer in tests. */
final class SanitizerFixture {
    static final String OPEN =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";

    private static final SvgSanitizer SANITIZER = new SvgSanitizer();

    private SanitizerFixture() {}

    static Bytes of(Bytes svg) throws ImageException {
        return SANITIZER.rewrite(Format.SVG, svg, Rewriter.Keep.NOTHING);
    }

    /** Returns the output after checks that it is clean and that sanitizing it again changes nothing. */
    static String document(String svg) throws ImageException {
        return checked(Bytes.wrap(svg.getBytes(StandardCharsets.UTF_8)));
    }

    static String checked(Bytes svg) throws ImageException {
        Bytes once = of(svg);
        String text = new String(once.toArray(), StandardCharsets.UTF_8);
        assertThat(ActiveContent.in(once.toArray())).as(text).isEmpty();
        assertThat(of(once)).as(text).isEqualTo(once);
        return text;
    }

    /** Like {@link #document}, for the content of an svg element. The svg element itself is removed from the result. */
    static String content(String content) throws ImageException {
        String text = document(OPEN + content + "</svg>");
        return text.substring(text.indexOf('>') + 1).replaceFirst("</svg>$", "");
    }

    static Failure refusal(String svg) {
        return refusal(Bytes.wrap(svg.getBytes(StandardCharsets.UTF_8)));
    }

    static Failure refusal(Bytes svg) {
        ImageException thrown = catchThrowableOfType(ImageException.class, () -> of(svg));
        assertThat(thrown).as("not refused").isNotNull();
        assertThat(thrown.failure().message()).isNotBlank();
        return thrown.failure();
    }
}
