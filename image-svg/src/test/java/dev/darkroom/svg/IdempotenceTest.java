package dev.darkroom.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Tests that each output is clean, that sanitizing is idempotent, and that the only exception is ImageException. */
@Tag("slow")
class IdempotenceTest {
    private static final List<String> CSS = List.of(
            "fill",
            ":",
            ";",
            "url(",
            "#a",
            ")",
            "'",
            "\"",
            "\\",
            "\\75",
            "\\72 l(",
            "red",
            " ",
            "/*",
            "*/",
            "{",
            "}",
            "@import",
            "@media ",
            "rect",
            ".a",
            ">",
            "*",
            ",",
            "1",
            "-",
            "+",
            ".5",
            "e3",
            "px",
            "%",
            "!important",
            "http://x",
            "<!--",
            "-->",
            "expression(",
            "rgb(",
            "calc(",
            "[",
            "]",
            "font-family:",
            "\n",
            "\u00E4",
            "\\0",
            "transform",
            "U+26",
            "--x",
            "var(");

    private static final List<String> XML = List.of(
            "<g>",
            "</g>",
            "<rect ",
            "/>",
            ">",
            "<style>",
            "</style>",
            "<text>",
            "</text>",
            "id='a' ",
            "href='#a' ",
            "xlink:href='#b' ",
            "fill='",
            "style='",
            "d='",
            "'",
            "\"",
            "&lt;",
            "&#10;",
            "&#x27;",
            "&amp;",
            "&a;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<a ",
            "<use ",
            "<script>",
            "</script>",
            "onload='x' ",
            "url(#a)",
            " ",
            "text",
            "<?x ?>",
            "\u00E4",
            "]]&gt;",
            "xmlns='urn:x' ",
            "<title>",
            "</title>",
            "<svg>",
            "</svg>",
            "class='a b' ",
            "<image href='data:image/png;base64,AAAA'/>");

    @Property(tries = 3000)
    void styleAttributes(@ForAll("css") String css) throws ImageException {
        check("<rect style=\"" + escaped(css) + "\" fill=\"" + escaped(css) + "\"/>");
    }

    @Property(tries = 3000)
    void styleSheets(@ForAll("css") String css) throws ImageException {
        check("<style>" + escaped(css) + "</style>");
    }

    @Property(tries = 3000)
    void elements(@ForAll("xml") String xml) {
        try {
            check(xml);
        } catch (ImageException e) {
            assertThat(e.failure().message()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void bytes(@ForAll byte[] bytes) {
        try {
            SanitizerFixture.checked(Bytes.wrap(bytes));
        } catch (ImageException e) {
            assertThat(e.failure().message()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> css() {
        return pieces(CSS);
    }

    @Provide
    Arbitrary<String> xml() {
        return pieces(XML);
    }

    private static Arbitrary<String> pieces(List<String> pieces) {
        return Arbitraries.of(pieces).list().ofMaxSize(14).map(list -> String.join("", list));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static void check(String content) throws ImageException {
        String svg = SanitizerFixture.OPEN + content + "</svg>";
        SanitizerFixture.checked(Bytes.wrap(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
