package dev.darkroom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final int MIB = 1 << 20;

    @Test
    void prettyIsIndentedByTwoSpacesAsJavaScriptDoes() {
        Map<String, Object> ref = new LinkedHashMap<>();
        ref.put("url", "https://cdn.example/asset/ID");
        ref.put("size", 123L);
        ref.put("none", null);
        ref.put("list", List.of(1, List.of(), Map.of(), List.of(true)));
        ref.put("empty", Map.of());
        assertThat(text(Json.pretty(ref))).isEqualTo("""
                        {
                          "url": "https://cdn.example/asset/ID",
                          "size": 123,
                          "none": null,
                          "list": [
                            1,
                            [],
                            {},
                            [
                              true
                            ]
                          ],
                          "empty": {}
                        }""");
        assertThat(text(Json.compact(ref)))
                .isEqualTo("{\"url\":\"https://cdn.example/asset/ID\",\"size\":123,\"none\":null,"
                        + "\"list\":[1,[],{},[true]],\"empty\":{}}");
    }

    /** A JavaScript engine reads our JSON and writes it back as the same bytes. */
    @Test
    void nodeWritesTheSameBytes() throws Exception {
        StringBuilder every = new StringBuilder();
        for (char c = 0; c < 0x2100; c++) {
            every.append(c);
        }
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("every", every + "😀 \\ \" /");
        value.put("é\n", List.of(0, -1, 9007199254740991L, 0.5, -2.25, 3.0, List.of(), Map.of()));
        value.put("deep", Map.of("a", Map.of("b", Arrays.asList(null, false, ""))));
        for (String indent : new String[] {"", ", null, 2"}) {
            Bytes ours = indent.isEmpty() ? Json.compact(value) : Json.pretty(value);
            assertThat(text(node("JSON.stringify(JSON.parse(text)" + indent + ")", ours)))
                    .isEqualTo(text(ours));
        }
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBack(@ForAll("objects") Map<String, Object> object) throws Exception {
        assertThat(Json.object(Json.compact(object), MIB, 20)).isEqualTo(object);
        assertThat(Json.object(Json.pretty(object), MIB, 20)).isEqualTo(object);
    }

    @Property(tries = 1000)
    void anyTextIsAnObjectOrMalformed(@ForAll String text) {
        Bytes bytes = Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            assertThat(Json.object(bytes, MIB, 4)).isNotNull();
        } catch (ImageException e) {
            assertThat(e.failure()).isInstanceOf(Failure.Malformed.class);
        }
    }

    @Property(tries = 1000)
    void anyBytesAreAnObjectOrMalformed(@ForAll byte[] tail) {
        byte[] text = Arrays.copyOf("{\"a\":".getBytes(StandardCharsets.UTF_8), 5 + tail.length);
        System.arraycopy(tail, 0, text, 5, tail.length);
        try {
            assertThat(Json.object(Bytes.wrap(text), MIB, 4)).containsKey("a");
        } catch (ImageException e) {
            assertThat(e.failure()).isInstanceOf(Failure.Malformed.class);
        }
    }

    @Example
    void limitsAreKept() throws Exception {
        assertThat(Json.object(bytes("{\"a\":[[1]]}"), 11, 3)).isEqualTo(Map.of("a", List.of(List.of(1L))));
        for (String text : new String[] {
            "{\"a\":[[[1]]]}",
            "{\"a\":1} ,",
            "{\"a\":1,\"a\":2}",
            "{\"a\":" + "1".repeat(101) + "}",
            "[]",
            "",
            "null",
            "{'a':1}",
            "{\"a\":NaN}",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{\"a\"",
            "{\"secretword\":secretword}"
        }) {
            assertThatThrownBy(() -> Json.object(bytes(text), MIB, 3))
                    .as(text)
                    .isInstanceOf(ImageException.class)
                    .hasMessageNotContaining("secretword")
                    .hasNoCause();
        }
        assertThatThrownBy(() -> Json.object(bytes("{\"a\":1}   "), 9, 3)).hasMessage("JSON of more than 9 bytes");
    }

    @Example
    void longIntegersAndFractionsAreKept() throws Exception {
        assertThat(Json.object(bytes("{\"a\":9223372036854775808,\"b\":-7,\"c\":1e400,\"d\":2.5}"), MIB, 2))
                .isEqualTo(Map.of(
                        "a", new BigInteger("9223372036854775808"), "b", -7L, "c", Double.POSITIVE_INFINITY, "d", 2.5));
    }

    @Example
    void loneSurrogatesAreReplaced() {
        assertThat(text(Json.compact(Map.of("a\uD800", "\uDC00b😀")))).isEqualTo("{\"a\uFFFD\":\"\uFFFDb😀\"}");
    }

    @Example
    void whatJsonCannotSayIsRefused() {
        for (Object value : new Object[] {Double.NaN, Float.NEGATIVE_INFINITY, new Object(), Map.of(1, 2), 'c'}) {
            assertThatThrownBy(() -> Json.compact(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        Arbitrary<String> strings = Arbitraries.strings().ofMaxLength(12).filter(JsonTest::isWellFormed);
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                strings.asGeneric(),
                Arbitraries.longs().asGeneric(),
                Arbitraries.of(true, false).asGeneric());
        Arbitrary<Object> values = Arbitraries.lazyOf(
                () -> leaves,
                () -> leaves,
                () -> leaves.list().ofMaxSize(3).map(ArrayList::new),
                () -> Arbitraries.maps(strings, leaves).ofMaxSize(3).asGeneric());
        return Arbitraries.maps(strings, values).ofMaxSize(5);
    }

    private static boolean isWellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static Bytes node(String expression, Bytes input) throws IOException {
        Process node;
        try {
            node = new ProcessBuilder(
                            "node",
                            "-e",
                            "const text = require('fs').readFileSync(0, 'utf8'); process.stdout.write(" + expression
                                    + ")")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            System.out.println("JsonTest: node is not installed, so JSON.stringify itself was not compared");
            Assumptions.abort("node is not installed");
            throw e;
        }
        try (var in = node.getOutputStream()) {
            input.writeTo(in);
        }
        return Bytes.wrap(node.getInputStream().readAllBytes());
    }

    private static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.UTF_8);
    }
}
