package dev.darkroom.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Failure;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests small files with a high cost. */
class SvgBudgetTest {
    @Test
    void fiftyThousandNestedGroupsAreOverTheLimit() {
        assertOverLimit("<g>".repeat(50_000) + "</g>".repeat(50_000));
        assertOverLimit("<x xmlns='urn:x'>".repeat(200) + "</x>".repeat(200));
    }

    @Test
    void tooManyElementsAreOverTheLimit() {
        assertOverLimit("<g/>".repeat(60_000));
    }

    @Test
    void tooManyAttributesAreOverTheLimit() {
        assertOverLimit("<g "
                + IntStream.range(0, 150).mapToObj(i -> "a" + i + "='1'").collect(Collectors.joining(" ")) + "/>");
    }

    @Test
    void aFileTooLongIsOverTheLimit() {
        assertOverLimit("<text>" + "x".repeat(11 * 1024 * 1024) + "</text>");
    }

    /** Each of these characters is an object while the CSS is parsed. One megabyte of them took a hundred megabytes of memory. */
    @Test
    void cssOfTooManyWordsAndSignsIsOverTheLimit() {
        assertOverLimit("<style>" + "a{b:(".repeat(50_000) + "</style>");
        assertOverLimit("<rect style='" + "a:(;".repeat(60_000) + "'/>");
        assertOverLimit("<rect fill='" + "(".repeat(210_000) + "'/>");
    }

    @Test
    void exponentialUseIsOverTheLimit() {
        assertOverLimit(doubling("<use href='#l%d'/>", "g"));
        assertOverLimit(doubling("<rect fill='url(#l%d)'/>", "pattern"));
        assertOverLimit(doubling("<rect style='mask:url(#l%d)'/>", "mask"));
        assertOverLimit(doubling("<path marker-end='url(#l%d)'/>", "marker"));
    }

    @Test
    void aLongChainOfReferencesIsOverTheLimitWhicheverEndComesFirst() {
        String chain = IntStream.range(1, 100)
                .mapToObj(i -> "<g id='l" + i + "'><use href='#l" + (i - 1) + "'/></g>")
                .collect(Collectors.joining());
        assertOverLimit("<g id='l0'/>" + chain);
        assertOverLimit("<use href='#l99'/><g id='l0'/>" + chain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<use id='a' href='#a'/>",
                "<g id='a'><use xlink:href='#a'/></g>",
                "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>",
                "<pattern id='a'><rect fill='url(#a)'/></pattern>",
                "<mask id='a'><rect mask='url(#b)'/></mask><mask id='b'><rect style='mask:url( \"#a\" )'/></mask>",
                "<linearGradient id='a' href='#b'/><linearGradient id='b' xlink:href='#a'/>",
                "<clipPath id='a' clip-path='url(#a)'/>",
                "<marker id='a'><path marker-mid='url(#a)'/></marker>",
                "<filter id='a'><feImage href='#b'/></filter><g id='b' filter='url(#a)'/>"
            })
    void whatRefersBackToItselfIsMalformed(String content) {
        assertThat(refusal(content)).isInstanceOf(Failure.Malformed.class);
    }

    @Test
    void repeatedUseOfOneThingIsFine() throws Exception {
        assertThat(SanitizerFixture.content("<rect id='a'/>" + "<use href='#a'/>".repeat(5_000)))
                .contains("<use href=\"#a\"/>");
    }

    @Test
    void aMillionPointsAreCleanedInOneGo() throws Exception {
        String path = IntStream.range(0, 1_000_000).mapToObj(i -> "l1 1").collect(Collectors.joining());
        assertThat(SanitizerFixture.content("<path d='M0 0" + path + "'/>")).hasSizeGreaterThan(4_000_000);
    }

    private static String doubling(String reference, String element) {
        return IntStream.range(1, 20)
                .mapToObj(i -> "<" + element + " id='l" + i + "'>"
                        + String.format(reference, i - 1).repeat(4) + "</" + element + ">")
                .collect(Collectors.joining("", "<" + element + " id='l0'><rect/></" + element + ">", ""));
    }

    private static void assertOverLimit(String content) {
        assertThat(refusal(content)).isInstanceOf(Failure.OverLimit.class);
    }

    private static Failure refusal(String content) {
        return SanitizerFixture.refusal(SanitizerFixture.OPEN + content + "</svg>");
    }
}
