package dev.darkroom.svg;

import static dev.darkroom.svg.SanitizerFixture.document;
import static dev.darkroom.svg.SanitizerFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests document types: those of drawing programs are supported, those of attacks are rejected or ignored. */
class EntitiesTest {
    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg'>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
                "<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">",
                "<!ENTITY x PUBLIC 'p' 'http://127.0.0.1:9/x'>",
                "<!ENTITY a 'lol'><!ENTITY x '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>",
                "<!ENTITY x '&x;'>"
            })
    void externalAndNestedEntitiesAreDisallowed(String declaration) {
        assertThat(refusal("<!DOCTYPE svg [" + declaration + "]>" + SVG + "<text>&x;</text></svg>"))
                .isInstanceOf(Failure.Disallowed.class);
    }

    @Test
    void anEntityOfManyReferencesIsOverTheLimit() {
        String declared = "<!DOCTYPE svg [<!ENTITY x '" + "x".repeat(20_000) + "'>]>";
        assertThat(refusal(declared + SVG + "<text>" + "&x;".repeat(10_000) + "</text></svg>"))
                .isInstanceOf(Failure.OverLimit.class);
    }

    @Test
    void aLongDocumentTypeIsOverTheLimit() {
        assertThat(refusal("<!DOCTYPE svg [<!ENTITY x '" + "x".repeat(100_000) + "'>]>" + SVG + "</svg>"))
                .isInstanceOf(Failure.OverLimit.class);
    }

    @Test
    void parameterEntitiesMeanNothing() {
        assertThat(refusal("<!DOCTYPE svg [<!ENTITY % p '<!ENTITY x \"y\">'> %p;]>" + SVG + "<text>&x;</text></svg>"))
                .isInstanceOf(Failure.Malformed.class);
    }

    @Test
    void whatIsDeclaredButNotUsedIsNobodysBusiness() throws Exception {
        assertThat(document("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + SVG + "<rect/></svg>"))
                .endsWith("<rect/></svg>");
    }

    @Test
    void anExternalSubsetIsNeverLookedFor() throws Exception {
        assertThat(document("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://127.0.0.1:9/svg11.dtd'>" + SVG
                        + "<rect/></svg>"))
                .endsWith("<rect/></svg>");
    }

    @Test
    void illustratorsNamespacesAreEntities() throws Exception {
        String file = "<!DOCTYPE svg [<!-- ' --><!ENTITY ns_svg \"http://www.w3.org/2000/svg\">]>"
                + "<svg xmlns=\"&ns_svg;\"><text>&lt;a&gt; &#65;</text></svg>";
        assertThat(document(file)).endsWith("<text>&lt;a&gt; A</text></svg>");
    }

    @Test
    void markupInAnEntityIsMarkupInTextAndNoneInAnAttribute() throws Exception {
        String declared =
                "<!DOCTYPE svg [<!ENTITY r \"<rect id='r'/><script>1</script>\"><!ENTITY q '\" onload=\"1'>]>";
        assertThat(document(declared + SVG + "<g>&r;</g></svg>")).endsWith("<g><rect id=\"r\"/></g></svg>");
        assertThat(document(declared + SVG + "<g aria-label=\"&q;\"/></svg>"))
                .endsWith("<g aria-label=\"&quot; onload=&quot;1\"/></svg>");
        assertThat(refusal(declared + SVG + "<g class='&r;'/></svg>")).isInstanceOf(Failure.Malformed.class);
    }

    @Test
    void noReferenceIsFollowedInCommentsAndCharacterData() throws Exception {
        assertThat(document(SVG + "<!-- &nope; --><text><![CDATA[&nope; <script>]]></text></svg>"))
                .endsWith("<text>&amp;nope; &lt;script&gt;</text></svg>");
    }
}
