package dev.darkroom.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.content.Manifest.Entry;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Placeholder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final Placeholder PLACEHOLDER = new Placeholder(Bytes.wrap(new byte[] {-1, 2, 3, 4, 5}), 0x0818F8);

    private static Entry entry(String name, int width, String contentType) {
        String url = "/media/c1/" + name;
        return new Entry(name, "c1/" + name, url, width, 2 * width, 1234, contentType, HASH);
    }

    private static Manifest manifest(Entry... entries) {
        return new Manifest("v1", List.of(entries), Optional.of(PLACEHOLDER));
    }

    @Test
    void theJsonHasWhatAPageNeeds() {
        assertThat(text(manifest(entry("sm", 400, "image/webp")).json()))
                .isEqualTo(
                        "{\"version\":\"v1\",\"variants\":[{\"name\":\"sm\",\"key\":\"c1/sm\",\"url\":\"/media/c1/sm\","
                                + "\"width\":400,\"height\":800,\"bytes\":1234,\"contentType\":\"image/webp\",\"sha256\":\""
                                + HASH
                                + "\"}],\"srcset\":\"/media/c1/sm 400w\","
                                + "\"placeholder\":{\"thumbHash\":\"/wIDBAU=\",\"dominantColor\":\"#0818f8\"}}");
    }

    @Property(tries = 200)
    void whatWasWrittenIsRead(@ForAll("manifests") Manifest manifest) throws ImageException {
        assertThat(Manifest.parse(manifest.json())).isEqualTo(manifest);
    }

    @Test
    void whatIsNoManifestIsMalformed() {
        String good = text(manifest(entry("sm", 400, "image/webp")).json());
        List<String> bad = List.of(
                "",
                "[]",
                "{}",
                good.replace("\"version\":\"v1\",", ""),
                good.replace("400,", "0,"),
                good.replace("400,", "2147483648,"),
                good.replace("400,", "4.5,"),
                good.replace("1234", "\"1234\""),
                good.replace(HASH, HASH.toUpperCase(java.util.Locale.ROOT)),
                good.replace("/wIDBAU=", "?"),
                good.replace("#0818f8", "red"),
                good.replace("[{", "[1,{"),
                good.replace("\"name\":\"sm\"", "\"name\":\"\""),
                good.replace("\"name\":\"sm\"", "\"name\":\"" + "x".repeat(300) + "\""),
                good.replace("v1", "x".repeat(ManifestJson.MAX_BYTES)),
                manifestOf(65));
        for (String json : bad) {
            assertThatThrownBy(() -> Manifest.parse(bytes(json)))
                    .as(json)
                    .isInstanceOfSatisfying(
                            ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
    }

    private static String manifestOf(int variants) {
        return text(manifest(Stream.generate(() -> entry("sm", 400, "image/webp"))
                        .limit(variants)
                        .toArray(Entry[]::new))
                .json());
    }

    @Test
    void aWidthIsACandidateOnce() {
        Manifest small = manifest(
                entry("original", 300, "image/svg+xml"),
                entry("sm", 400, "image/webp"),
                entry("md", 800, "image/webp"),
                entry("lg", 800, "image/webp"));
        assertThat(small.srcset()).isEqualTo("/media/c1/sm 400w, /media/c1/md 800w");
    }

    @Test
    void thePictureElementIsReadyForAPage() {
        Manifest logo = manifest(entry("original", 300, "image/svg+xml"), entry("sm", 400, "image/webp"));
        assertThat(logo.picture("A fox & \"friends\" <3", "(min-width: 60em) 400px, 100vw"))
                .isEqualTo("""
                        <picture>
                          <source type="image/svg+xml" srcset="/media/c1/original">
                          <source type="image/webp" srcset="/media/c1/sm 400w" sizes="(min-width: 60em) 400px, 100vw">
                          <img src="/media/c1/sm" width="400" height="800" alt="A fox &amp; &quot;friends&quot; &lt;3" \
                        style="background-color:#0818f8" loading="lazy" decoding="async">
                        </picture>
                        """);
    }

    private static final List<String> BY_NAME = List.of(
            "image/avif", "image/gif", "image/jpeg", "image/png", "image/svg+xml", "image/webp", "image/x-unknown");

    private static Manifest ofTypes(Optional<Placeholder> placeholder, String... types) {
        return new Manifest(
                "v1",
                Stream.of(types)
                        .flatMap(type -> Stream.of(
                                entry("sm." + type.substring(6), 400, type),
                                entry("lg." + type.substring(6), 800, type)))
                        .toList(),
                placeholder);
    }

    private static List<String> found(String regex, String html) {
        return Pattern.compile(regex)
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> sources(Manifest manifest) {
        return found("<source type=\"([^\"]+)\"", manifest.picture("", "100vw"));
    }

    private static String fallback(Manifest manifest) {
        return found("<img src=\"/media/c1/([^\"]+)\"", manifest.picture("", "100vw"))
                .get(0);
    }

    @Property
    void sourcesAreInTheOrderABrowserShouldTryWhateverTheVariantsOrder(@ForAll("orders") List<String> types) {
        List<String> order = List.of(
                "image/svg+xml", "image/avif", "image/webp", "image/jpeg", "image/png", "image/gif", "image/x-unknown");
        assertThat(sources(ofTypes(Optional.of(PLACEHOLDER), types.toArray(String[]::new))))
                .isEqualTo(order.stream().filter(types::contains).toList());
    }

    @Test
    void ofATransparentPicturePngComesBeforeJpeg() {
        Placeholder transparent = new Placeholder(Bytes.wrap(new byte[] {1, 2, -128, 4, 5, 6}), 0x080808);
        Manifest logo = ofTypes(Optional.of(transparent), "image/jpeg", "image/png", "image/webp");
        assertThat(sources(logo)).containsExactly("image/webp", "image/png", "image/jpeg");
        assertThat(fallback(logo)).isEqualTo("lg.png");
    }

    @Test
    void theImgIsTheLargestOfTheMostWidelyReadableFormat() {
        Optional<Placeholder> none = Optional.empty();
        assertThat(fallback(ofTypes(none, BY_NAME.toArray(String[]::new)))).isEqualTo("lg.jpeg");
        assertThat(fallback(ofTypes(none, "image/webp", "image/avif", "image/png")))
                .isEqualTo("lg.png");
        assertThat(fallback(ofTypes(none, "image/avif", "image/webp", "image/gif")))
                .isEqualTo("lg.gif");
        assertThat(fallback(ofTypes(none, "image/avif", "image/webp"))).isEqualTo("lg.webp");
        assertThat(fallback(ofTypes(none, "image/svg+xml", "image/avif"))).isEqualTo("lg.avif");
        assertThat(fallback(ofTypes(none, "image/svg+xml"))).isEqualTo("lg.svg+xml");
        Manifest larger = manifest(entry("lg.webp", 1600, "image/webp"), entry("sm.jpg", 400, "image/jpeg"));
        assertThat(larger.picture("", "100vw")).contains("<img src=\"/media/c1/sm.jpg\" width=\"400\" height=\"800\"");
    }

    @Test
    void everyFormatHasAPlaceAmongTheSources() {
        String[] types = Stream.of(Format.values()).map(Format::mediaType).toArray(String[]::new);
        assertThat(sources(ofTypes(Optional.empty(), types)))
                .hasSize(types.length)
                .startsWith("image/svg+xml", "image/avif", "image/webp", "image/jpeg", "image/png", "image/gif");
    }

    @Test
    void eachSourceHasItsOwnWidthsAndAnSvgHasNone() {
        String html = manifest(
                        entry("a.jpg", 400, "image/jpeg"),
                        entry("a.webp", 400, "image/webp"),
                        entry("b.jpg", 800, "image/jpeg"),
                        entry("c.svg", 300, "image/svg+xml"),
                        entry("d.svg", 300, "image/svg+xml"))
                .picture("", "100vw");
        assertThat(found("<source ([^>]+)>", html))
                .containsExactly(
                        "type=\"image/svg+xml\" srcset=\"/media/c1/c.svg\"",
                        "type=\"image/webp\" srcset=\"/media/c1/a.webp 400w\" sizes=\"100vw\"",
                        "type=\"image/jpeg\" srcset=\"/media/c1/a.jpg 400w, /media/c1/b.jpg 800w\" sizes=\"100vw\"");
    }

    @Test
    void anImgThatCannotChooseByTypeGetsTheMoreWidelyReadableOfTwo() {
        Manifest both = manifest(
                entry("sm.webp", 400, "image/webp"),
                entry("sm.jpg", 400, "image/jpeg"),
                entry("lg.webp", 800, "image/webp"));
        assertThat(both.srcset()).isEqualTo("/media/c1/sm.jpg 400w, /media/c1/lg.webp 800w");
    }

    @Test
    void aUrlIsOneCandidateWhateverIsInIt() {
        Entry odd = new Entry("sm", "k", ",/a b\t,\"&<>' 9w,", 400, 300, 1, "image/webp\" onload=\"x", HASH);
        Manifest foreign = new Manifest("v1", List.of(odd), Optional.empty());
        assertThat(foreign.srcset()).isEqualTo("%2C/a%20b%09,\"&<>'%209w%2C 400w");
        assertThat(foreign.picture("", "100vw"))
                .contains("type=\"image/webp&quot; onload=&quot;x\"")
                .contains("srcset=\"%2C/a%20b%09,&quot;&amp;&lt;&gt;&#39;%209w%2C 400w\"")
                .contains("src=\",/a b\t,&quot;&amp;&lt;&gt;&#39; 9w,\"");
    }

    @Provide
    Arbitrary<List<String>> orders() {
        return Arbitraries.shuffle(BY_NAME)
                .flatMap(all ->
                        Arbitraries.integers().between(1, all.size()).map(count -> List.copyOf(all.subList(0, count))));
    }

    @Test
    void noColourShowsThroughATransparentPicture() {
        Placeholder transparent = new Placeholder(Bytes.wrap(new byte[] {1, 2, -128, 4, 5, 6}), 0x080808);
        Manifest logo = new Manifest("v1", List.of(entry("sm", 400, "image/webp")), Optional.of(transparent));
        assertThat(logo.picture("", "100vw")).doesNotContain("background").contains("<img");
    }

    @Property(tries = 200)
    void noTextEndsAnAttributeOrBeginsAnElement(@ForAll String alt, @ForAll String sizes) {
        String html = manifest(entry("sm", 400, "image/webp")).picture(alt, sizes);
        assertThat(html.chars().filter(c -> c == '<').count()).isEqualTo(4);
        assertThat(html.chars().filter(c -> c == '>').count()).isEqualTo(4);
        assertThat(html.chars().filter(c -> c == '"').count()).isEqualTo(2 * 10);
    }

    @Test
    void aKeyIsPercentEncodedInItsUrl() {
        assertThat(KeyUrl.of("/media/", "Zoë 1,5/\"<'>%?#&.webp"))
                .isEqualTo("/media/Zo%C3%AB%201%2C5/%22%3C%27%3E%25%3F%23%26.webp");
    }

    @Test
    void aPrefixThatHtmlCouldNotHoldIsRefused() {
        for (String prefix : List.of("/a b/", "/a\"/", "/a,b/", "/<", "/a\n", "/ä/", "\\\\host\\")) {
            assertThatIllegalArgumentException().as(prefix).isThrownBy(() -> KeyUrl.checkedPrefix(prefix));
        }
    }

    @Provide
    Arbitrary<Manifest> manifests() {
        Arbitrary<String> texts = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
        Arbitrary<Integer> sides = Arbitraries.integers().between(1, Integer.MAX_VALUE);
        Arbitrary<Entry> entries = Combinators.combine(
                        texts, texts, sides, sides, Arbitraries.longs().between(1, Long.MAX_VALUE))
                .as((name, type, width, height, bytes) ->
                        new Entry(name, name, name, width, height, bytes, type, HASH));
        Arbitrary<Optional<Placeholder>> placeholders = Combinators.combine(
                        Arbitraries.bytes().array(byte[].class).ofMinSize(5).ofMaxSize(25),
                        Arbitraries.integers().between(0, 0xFFFFFF))
                .as((hash, color) -> new Placeholder(Bytes.wrap(hash), color))
                .optional();
        return Combinators.combine(texts, entries.list().ofMaxSize(5), placeholders)
                .as(Manifest::new);
    }

    private static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.UTF_8);
    }
}
