package dev.darkroom.hostile.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * An input that once caused a defect, found by a fuzzer or as a mutated picture. Inputs with which only the families differ have their own
 * tests: a JPEG without its last blocks is in {@code TurboJpegDecoderTest}.
 *
 * @param name description of the input
 */
public record FoundByFuzzing(String name, byte[] input) {
    public static final List<FoundByFuzzing> ALL = List.of(
            text("a refusal that quotes control characters", "<svg \u0001\n\u001b[2J\u202e x=\"1\"/>"),
            text("an id that reads like an address", "<svg xmlns='http://www.w3.org/2000/svg'><g id='cdata:'/></svg>"),
            text(
                    "a byte order mark within a text",
                    "<svg xmlns='http://www.w3.org/2000/svg'><title>c\uFEFFolor</title><path d='M0 0h9v9'/></svg>"),
            hex(
                    "a GIF whose last control block is for no image",
                    // a screen of 4 x 4 with two colours; an image of 1 x 1; a control block with transparency; the end
                    "474946383961040004008000000000ffffff",
                    "2c0000000001000100000202440100",
                    "21f904010a000000",
                    "3b"),
            hex(
                    "a GIF whose control block is longer than it may be",
                    // the same screen; a control block of five bytes with transparency; an image of 1 x 1; the end
                    "474946383961040004008000000000ffffff",
                    "21f905010000000000",
                    "2c0000000001000100000202440100",
                    "3b"));

    private static FoundByFuzzing text(String name, String input) {
        return new FoundByFuzzing(name, input.getBytes(StandardCharsets.UTF_8));
    }

    private static FoundByFuzzing hex(String name, String... input) {
        return new FoundByFuzzing(
                name, HexFormat.of().parseHex(String.join("", input).replace(" ", "")));
    }

    @Override
    public String toString() {
        return name;
    }
}
