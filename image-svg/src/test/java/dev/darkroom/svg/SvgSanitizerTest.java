package dev.darkroom.svg;

import static dev.darkroom.svg.SanitizerFixture.content;
import static dev.darkroom.svg.SanitizerFixture.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Rewriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that disallowed content is removed and allowed content is kept. */
class SvgSanitizerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<script xlink:href='http://evil.example/a.js'/>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
                "<script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>",
                "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='alert(1)'/></foreignObject>",
                "<g><foreignObject><svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg></foreignObject></g>",
                "<iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:alert(1)'/>",
                "<form xmlns='http://www.w3.org/1999/xhtml' action='http://evil.example'><input/></form>",
                "<metadata><rdf xmlns='urn:x'>secret</rdf></metadata>",
                "<handler xmlns:ev='http://www.w3.org/2001/xml-events' ev:event='load'>alert(1)</handler>",
                "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>",
                "<font-face><font-face-src><font-face-uri xlink:href='http://evil.example/f.svg#f'/></font-face-src></font-face>",
                "<cursor xlink:href='http://evil.example/c.png'/>",
                "<color-profile xlink:href='http://evil.example/p.icc'/>",
                "<tref xlink:href='http://evil.example/t.svg#t'/>",
                "<image href='http://evil.example/a.png'/>",
                "<image href='//evil.example/a.png'/>",
                "<image xlink:href='file:///etc/passwd'/>",
                "<image href='../../secret.png'/>",
                "<image href=' \\\\evil.example\\a.png'/>",
                "<?xml-stylesheet href='http://evil.example/a.css'?>",
                "<!-- a comment -->"
            })
    void whatActsOrLoadsIsLeftOutWhole(String hostile) throws Exception {
        assertThat(content(hostile).replaceAll("<g/>", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<animate attributeName='href' values='javascript:alert(1)'/>",
                "<set attributeName='href' to='javascript:alert(1)'/>",
                "<set attributeName='onmouseover' to='alert(1)'/>",
                "<animate attributeName='xlink:href' to='data:text/html,x'/>",
                "<animateTransform attributeName='transform' type='rotate' from='0' to='360'/>",
                "<animateMotion path='M0 0'><mpath href='#p'/></animateMotion>",
                "<discard begin='1s'/>"
            })
    void nothingIsAnimated(String animation) throws Exception {
        assertThat(content("<a xlink:href='#x'><circle r='5'>" + animation + "</circle></a>"))
                .isEqualTo("<a><circle r=\"5\"/></a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onload='alert(1)'",
                "ONLOAD='alert(1)'",
                "oNlOaD='alert(1)'",
                "onload='&#97;lert(1)'",
                "onclick='&#x61;&#x6c;ert(1)'",
                "onbegin='alert(1)'",
                "ontouchstart='alert(1)'",
                "tabindex='1' onfocus='alert(1)' autofocus='1'",
                "href='javascript:alert(1)'",
                "href='#x'",
                "xlink:href='jAvAsCrIpT:alert(1)'",
                "xlink:href='java&#9;script:alert(1)'",
                "xlink:href='java&#10;script&#13;:alert(1)'",
                "xlink:href=' &#x20;javascript&#58;alert(1)'",
                "xml:base='http://evil.example/'",
                "formaction='javascript:alert(1)'",
                "src='http://evil.example/x'",
                "data-x='http://evil.example/x'",
                "ev:event='load' xmlns:ev='http://www.w3.org/2001/xml-events'",
                "style='behavior:url(#default#time2)'",
                "filter='url(http://evil.example/f.svg#f)'",
                "clip-path='url(&quot;http://evil.example/c.svg#c&quot;)'",
                "mask='URL(//evil.example/m.svg#m)'",
                "fill='u\\72l(http://evil.example/#x)'",
                "fill='url(\\68ttp://evil.example/)'",
                "fill='&#117;rl(http://evil.example/)'",
                "fill='url(#a) url(x.svg#b)'",
                "fill='url(javascript:alert(1))'",
                "fill='url(data:image/svg+xml,x)'",
                "cursor='url(http://evil.example/c.png)'"
            })
    void attributesThatActOrReachOutAreLeftOut(String attribute) throws Exception {
        assertThat(content("<rect width='1' " + attribute + "/>")).isEqualTo("<rect width=\"1\"/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/svg+xml;base64,PHN2Zy8+",
                "data:image/svg+xml,<svg onload='alert(1)'/>",
                "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
                "data:image/png;base64,PHN2Zy8+",
                "data:image/png;base64,%%%",
                "data:image/png,plain",
                "data:;base64,",
                "DATA:image/svg+xml;charset=x;base64,PHN2Zy8+"
            })
    void aPictureInsideThatIsNoneIsLeftOut(String url) throws Exception {
        String escaped = url.replace("<", "&lt;").replace("'", "&apos;");
        assertThat(content("<image width='1' height='1' href='" + escaped + "'/>"))
                .isEmpty();
    }

    @Test
    void aLinkStaysWithoutItsAddress() throws Exception {
        assertThat(content("<a href='http://evil.example'><text>hello</text></a>"))
                .isEqualTo("<a><text>hello</text></a>");
    }

    @Test
    void whatDrawsStays() throws Exception {
        String drawing = """
                <title>a &amp; b &lt;</title><linearGradient id="g"><stop offset="50%" stop-color="#fff"/></linearGradient>\
                <path d="M0,0 h1e3Z" fill="url(#g)" transform="translate(1 2)" style="stroke-width:2;fill:red!important"/>\
                <use href="#g"/><use xlink:href="#g" x="5"/>\
                <text xml:space="preserve" font-family="&quot;Noto Sans&quot;, serif"> a <tspan>b</tspan></text>\
                <filter id="f"><feGaussianBlur in="SourceGraphic" stdDeviation="5"/></filter>""";
        assertThat(content(drawing)).isEqualTo(drawing);
    }

    @Test
    void anSvgOfNoNamespaceIsGivenItsOwn() throws Exception {
        assertThat(document("<svg width='9'><rect/></svg>"))
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"><rect/></svg>");
    }

    @Test
    void elementsOfOtherNamespacesGoWhateverTheirPrefix() throws Exception {
        assertThat(document("<s:svg xmlns:s='http://www.w3.org/2000/svg' xmlns='urn:x'><rect/><s:rect/></s:svg>"))
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect/></svg>");
    }

    @Test
    void aPathStaysUpToItsFirstMistake() throws Exception {
        assertThat(content("<path d='M0 0L5 5 \"&lt;script> L6 6'/>")).isEqualTo("<path d=\"M0 0L5 5 \"/>");
    }

    @Test
    void whatNeedsAnExtensionIsNotShownAsBrowsersDoNot() throws Exception {
        assertThat(content("<switch><g requiredExtensions='http://ns.adobe.com'><rect/></g><circle/></switch>"))
                .isEqualTo("<switch><circle/></switch>");
    }

    @Test
    void theRewriterIsForSvgAlone() {
        assertThatThrownBy(() -> new SvgSanitizer().rewrite(Format.PNG, Bytes.empty(), Rewriter.Keep.NOTHING))
                .isInstanceOf(ImageException.class);
    }
}
