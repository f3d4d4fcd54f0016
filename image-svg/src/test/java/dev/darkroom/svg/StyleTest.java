package dev.darkroom.svg;

import static dev.darkroom.svg.SanitizerFixture.content;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests CSS in elements and attributes. */
class StyleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@import 'http://evil.example/a.css';",
                "@import url(http://evil.example/a.css);",
                "@\\69mport 'http://evil.example/a.css';",
                "@font-face{font-family:x;src:url(http://evil.example/f.woff)}",
                "@keyframes k{from{fill:red}to{fill:blue}}",
                "@charset 'utf-7';",
                "@namespace url(http://www.w3.org/1999/xhtml);",
                "rect{fill:url(http://evil.example/x#y)}",
                "rect{fill:url('//evil.example/x#y')}",
                "rect{fill:u\\72 l(http://evil.example/x#y)}",
                "rect{fill:\\75\\72\\6c(http://evil.example/x#y)}",
                "rect{fill:url(/**/http://evil.example)}",
                "rect{background:url(http://evil.example)}",
                "rect{background-image:image-set('http://evil.example' 1x)}",
                "rect{-moz-binding:url(#x)}",
                "rect{behavior:url(#x)}",
                "rect{width:expression(alert(1))}",
                "rect{content:url(#x)}",
                "rect{animation:k 1s}",
                "rect{transition:fill 1s}",
                "rect{cursor:url(http://evil.example),auto}",
                "rect{fill:red;fill:url(\"http://evil.example",
                "rect{mask-image:url(#x)}",
                "rect{filter:url(#x) url(http://evil.example#y)}",
                "rect{font-family:'</style><script>alert(1)</script>'}",
                "rect{fill:\\40 import}",
                "rect{fill:#aurl()}",
                "rect{fill:url (x)}",
                "rect{x:calc(#aurl (1px))}",
                "@media aurl (x){rect{fill:red}}",
                "\\40 import{fill:red}",
                "a[href^='http://evil.example/']{fill:red}"
            })
    void whatLoadsMovesOrBindsIsLeftOut(String css) throws Exception {
        String kept = content("<style>" + css.replace("&", "&amp;").replace("<", "&lt;") + "</style><rect/>");
        assertThat(kept).isIn("<rect/>", "<style>rect{fill:red}</style><rect/>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fill : red ; | fill:red",
                "FILL:Red | fill:Red",
                "fill:url( '#a' ) | fill:url(#a)",
                "fill:u\\72l(#a) | fill:url(#a)",
                "fill:#Abc;stroke-dasharray:1 , 2 | fill:#Abc;stroke-dasharray:1 , 2",
                "transform:rotate(3deg) scale(2) | transform:rotate(3deg) scale(2)",
                "font:bold 12px/1.5 'Noto Sans',serif | font:bold 12px/1.5 \"Noto Sans\",serif",
                "fill:red !important | fill:red!important",
                "fill:/* { } */blue | fill:blue",
                "nonsense;fill:red;:x;a:b | fill:red",
                "fill:rgb(1,2,3);fill:rgb(1 | fill:rgb(1,2,3)",
                "x:calc(1px + 2%) | x:calc(1px + 2%)",
                "x:calc((1px + 2px) * (3 - 1)) | x:calc((1px + 2px) * (3 - 1))"
            })
    void whatDrawsStays(String style, String kept) throws Exception {
        String escaped = style.replace("\"", "&quot;");
        assertThat(content("<rect style=\"" + escaped + "\"/>"))
                .isEqualTo("<rect style=\"" + kept.replace("\"", "&quot;") + "\"/>");
    }

    @Test
    void rulesStayWithTheirSelectors() throws Exception {
        String css = "*{fill:red}g > .a:first-child,#b[x=\"1\"]~rect{fill:blue}@media (max-width:100px){.c{r:1px}}";
        assertThat(content("<style type='text/css'><![CDATA[ " + css + " @page{fill:red} ]]></style>"))
                .isEqualTo("<style type=\"text/css\">" + css.replace(">", "&gt;") + "</style>");
    }

    @Test
    void aNameWithEscapesStaysTheName() throws Exception {
        assertThat(content("<style>.\\31 a\\.b{fill:red}</style>")).isEqualTo("<style>.\\31 a\\2e b{fill:red}</style>");
    }

    @Test
    void aPresentationAttributeIsCssToo() throws Exception {
        assertThat(content("<rect fill='  url(  #lg1   )  ' stroke='red;stroke:url(#x)' opacity='.5'/>"))
                .isEqualTo("<rect fill=\"url(#lg1)\" opacity=\".5\"/>");
    }
}
