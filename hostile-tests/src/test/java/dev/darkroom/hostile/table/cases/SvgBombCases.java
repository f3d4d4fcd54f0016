package dev.darkroom.hostile.table.cases;

import static dev.darkroom.core.Failure.OverLimit.Kind.COMPLEXITY;
import static dev.darkroom.core.Failure.OverLimit.Kind.MEMORY;
import static dev.darkroom.hostile.file.SvgText.drawing;
import static dev.darkroom.hostile.file.SvgText.utf8;
import static dev.darkroom.hostile.file.SvgText.withSubset;
import static dev.darkroom.hostile.table.ExpectedOutcome.disallowed;
import static dev.darkroom.hostile.table.ExpectedOutcome.malformed;
import static dev.darkroom.hostile.table.ExpectedOutcome.overLimit;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;

import dev.darkroom.core.Failure.OverLimit.Kind;
import dev.darkroom.hostile.table.ExpectedOutcome;
import dev.darkroom.hostile.table.HostileCase;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cases of SVG: small files that would need unlimited time or memory. */
final class SvgBombCases {
    private static final String RECT = "<rect width='9' height='9'/>";

    private SvgBombCases() {}

    static List<HostileCase> all() {
        ExpectedOutcome refused = overLimit(COMPLEXITY);
        ExpectedOutcome bounded =
                renditions().or(overLimit(COMPLEXITY)).or(overLimit(MEMORY)).or(malformed());
        return List.of(
                row("billion laughs", disallowed(), () -> withSubset(laughs(), "<text y='9'>&l9;</text>")),
                row(
                        "billion laughs by parameter entities",
                        renditions().because("nobody expands them"),
                        () -> withSubset(
                                laughs().replace("ENTITY ", "ENTITY % ").replace('&', '%') + "%l9;", RECT)),
                row(
                        "quadratic blow-up that its declaration does not give away",
                        refused,
                        () -> withSubset(
                                "<!ENTITY x '" + "a".repeat(30_000) + "'>",
                                "<text y='9'>" + "&x;".repeat(100_000) + "</text>")),
                row(
                        "quadratic blow-up in attributes",
                        refused,
                        () -> withSubset(
                                "<!ENTITY x '" + "a".repeat(30_000) + "'>",
                                ("<rect class='" + "&x;".repeat(1000) + "'/>").repeat(100))),
                row(
                        "quadratic blow-up",
                        refused,
                        () -> withSubset(
                                "<!ENTITY x '" + "a".repeat(50_000) + "'>",
                                "<text y='9'>" + "&x;".repeat(100_000) + "</text>")),
                row(
                        "entity that names itself",
                        disallowed(),
                        () -> withSubset("<!ENTITY x '&x;'>", "<text y='9'>&x;</text>")),
                row("use of itself", malformed(), () -> drawing("<g id='a'><use href='#a'/></g>")),
                row(
                        "use in a circle",
                        malformed(),
                        () -> drawing(
                                "<g id='a'><use href='#b'/></g><g id='b'><use href='#c'/></g><g id='c'><use href='#a'/></g>")),
                row("exponential use", refused, () -> drawing(uses(30))),
                row(
                        "exponential use by the older name of its reference",
                        refused,
                        () -> drawing(uses(30).replace("href", "xlink:href"))),
                row(
                        "exponential use inside of patterns, masks and markers",
                        refused,
                        () -> drawing("<pattern id='p' width='9' height='9'>" + uses(14) + "</pattern>"
                                + "<mask id='m'><rect width='9' height='9' fill='url(#p)'/></mask>"
                                + "<rect width='9' height='9' fill='url(#p)' mask='url(#m)'/>".repeat(1000))),
                row(
                        "pattern of itself",
                        malformed(),
                        () -> drawing(
                                "<pattern id='p' width='9' height='9'><rect width='9' height='9' fill='url(#p)'/></pattern>"
                                        + "<rect width='99' height='99' fill='url(#p)'/>")),
                row(
                        "mask and clip path of themselves",
                        malformed(),
                        () -> drawing(
                                "<mask id='m'><rect width='9' height='9' mask='url(#m)'/></mask><clipPath id='c' clip-path='url(#c)'>"
                                        + RECT
                                        + "</clipPath><rect width='99' height='99' mask='url(#m)' clip-path='url(#c)'/>")),
                rows(
                        "viewBox, sizes and transforms of 1e308, NaN and less",
                        renditions()
                                .or(malformed())
                                .or(overLimit(Kind.SIDE))
                                .or(overLimit(Kind.PIXELS))
                                .or(overLimit(COMPLEXITY)),
                        () -> Stream.of(
                                        "viewBox='0 0 1e308 1e308'",
                                        "viewBox='0 0 NaN NaN'",
                                        "viewBox='0 0 1e-308 1e-308'",
                                        "viewBox='1e308 -1e308 1 1'",
                                        "viewBox='0 0 0 0'",
                                        "width='1e308' height='1e308'",
                                        "width='NaN' height='Infinity'",
                                        "width='100000' height='100000'",
                                        "width='4000' height='4000' viewBox='0 0 1e-9 1e-9'",
                                        "width='-1' height='-1'",
                                        "transform='scale(1e308) rotate(NaN)'")
                                .map(attributes -> utf8("<svg xmlns='http://www.w3.org/2000/svg' " + attributes + ">"
                                        + RECT + "<circle r='1e308'/><path d='M0 0L1e308 1e308 NaN'/></svg>"))),
                row(
                        "huge filter region",
                        bounded,
                        () -> drawing(
                                "<filter id='f' x='-1e6' y='-1e6' width='2e6' height='2e6'><feGaussianBlur stdDeviation='1e6'/>"
                                        + "<feTurbulence numOctaves='1000000'/></filter><rect width='9' height='9' filter='url(#f)'/>")),
                row(
                        "a thousand filters in a row",
                        bounded,
                        () -> drawing("<filter id='f'>"
                                + "<feGaussianBlur stdDeviation='50'/>".repeat(1000)
                                + "</filter><rect width='99' height='99' filter='url(#f)'/>")),
                row("50k nesting", refused, () -> drawing("<g>".repeat(50_000) + RECT + "</g>".repeat(50_000))),
                row("50k nesting, not closed", refused, () -> drawing("<g>".repeat(50_000))),
                row("1M path points", bounded, () -> drawing("<path d='M0 0" + points(1_000_000) + "'/>")),
                row(
                        "1M path points, dashed by hundredths",
                        bounded,
                        () -> drawing("<path stroke='red' stroke-dasharray='.01' d='M0 0" + points(1_000_000) + "'/>")),
                row(
                        "a line of 1e9, dashed by hundredths",
                        bounded,
                        () -> drawing("<path stroke='red' stroke-dasharray='.01' d='M0 0L1e9 1e9'/>")),
                row("500k elements", bounded, () -> drawing(RECT.repeat(500_000))),
                row(
                        "100k attributes",
                        bounded,
                        () -> drawing("<rect "
                                + IntStream.range(0, 100_000)
                                        .mapToObj(i -> "a" + i + "='1'")
                                        .collect(Collectors.joining(" "))
                                + "/>")),
                row("100k names with one hash", bounded, () -> drawing("<rect " + sameHashes() + "/>")),
                row("an attribute of 10 MB", bounded, () -> drawing("<rect class='" + "x".repeat(10 << 20) + "'/>")),
                row("text of 10 MB", bounded, () -> drawing("<text y='9'>" + "x".repeat(10 << 20) + "</text>")),
                row("a comment of 10 MB", bounded, () -> drawing("<!--" + "x".repeat(10 << 20) + "-->" + RECT)),
                row(
                        "a style sheet of 100k rules",
                        bounded,
                        () -> drawing("<style>"
                                + IntStream.range(0, 100_000)
                                        .mapToObj(i -> ".c" + i + " .d rect{fill:red}")
                                        .collect(Collectors.joining())
                                + "</style>" + RECT.repeat(1000))),
                row(
                        "CSS that opens and never closes",
                        bounded,
                        () -> drawing("<style>" + "a{b:(".repeat(200_000) + "</style>" + RECT)),
                row(
                        "a gradient of 100k stops",
                        bounded,
                        () -> drawing("<linearGradient id='g'>"
                                + "<stop offset='.5'/>".repeat(100_000)
                                + "</linearGradient><rect width='99' height='99' fill='url(#g)'/>")),
                row(
                        "a chain of 10k gradients",
                        bounded,
                        () -> drawing(IntStream.range(0, 10_000)
                                        .mapToObj(i -> "<linearGradient id='g" + i + "' href='#g" + (i + 1) + "'/>")
                                        .collect(Collectors.joining())
                                + "<rect width='99' height='99' fill='url(#g0)'/>")));
    }

    private static HostileCase row(String name, ExpectedOutcome expected, Supplier<byte[]> input) {
        return HostileCase.row(name, expected, input).acceptingSvg();
    }

    private static HostileCase rows(String name, ExpectedOutcome expected, Supplier<Stream<byte[]>> inputs) {
        return HostileCase.rows(name, expected, inputs).acceptingSvg();
    }

    private static String laughs() {
        return "<!ENTITY l0 'lol'>"
                + IntStream.rangeClosed(1, 9)
                        .mapToObj(i -> "<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>")
                        .collect(Collectors.joining());
    }

    private static String uses(int depth) {
        return "<g id='a0'>" + RECT + "</g>"
                + IntStream.rangeClosed(1, depth)
                        .mapToObj(i -> "<g id='a" + i + "'>" + ("<use href='#a" + (i - 1) + "'/>").repeat(2) + "</g>")
                        .collect(Collectors.joining());
    }

    private static String points(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "L" + i * 7 % 100 + " " + i * 13 % 80)
                .collect(Collectors.joining());
    }

    /**
     * Attribute names with the same hash code. "Aa" and "BB" have the same hash code, and so have all words of equal length that consist of
     * them.
     */
    private static String sameHashes() {
        return IntStream.range(0, 1 << 16)
                .mapToObj(i -> IntStream.range(0, 16)
                                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                                .collect(Collectors.joining())
                        + "='1'")
                .collect(Collectors.joining(" "));
    }
}
