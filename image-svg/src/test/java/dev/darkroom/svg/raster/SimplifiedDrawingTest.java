package dev.darkroom.svg.raster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ImageException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constructs that are resolved before an SVG is drawn. Each drawing covers the picture with one colour. */
class SimplifiedDrawingTest {
    private static final String RECT = "<rect width='100' height='100'";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an invalid declaration leaves the valid one  | <rect width='100' height='100' style='fill:#0000ff;fill:color(display-p3 0 0 1)'/>
            an important rule wins                       | <style>.a{fill:#0000ff!important} .a{fill:red}</style><rect class='a' width='100' height='100' style='fill:lime'/>
            rules around a media block stay              | <style>rect{fill:red} @media print{rect{fill:lime}} .a{fill:#0000ff}</style><rect class='a' width='100' height='100'/>
            a compound selector matches                  | <style>rect.a{fill:#0000ff}</style><rect class='a' width='100' height='100'/>
            a descendant selector matches                | <style>.g .a{fill:#0000ff} .x .a{fill:red}</style><g class='g'><rect class='a' width='100' height='100'/></g>
            an attribute selector matches                | <style>[id^=ab]{fill:#0000ff}</style><rect id='abc' width='100' height='100'/>
            the more specific selector wins              | <style>#i{fill:#0000ff} rect.a{fill:red} rect{fill:lime}</style><rect id='i' class='a' width='100' height='100'/>
            hsl is a colour                              | <rect width='100' height='100' fill='hsl(240, 100%, 50%)'/>
            hwb is a colour                              | <rect width='100' height='100' fill='hwb(240 0% 0%)'/>
            rgb takes spaces                             | <rect width='100' height='100' fill='rgb(0 0 255)'/>
            a missing paint server has a fallback        | <rect width='100' height='100' fill='url(#none) #0000ff'/>
            a gradient without stops has a fallback      | <linearGradient id='g'/><rect width='100' height='100' fill='url(#g) #0000ff'/>
            the first child of a switch is drawn         | <switch><rect width='100' height='100' fill='#0000ff'/><rect width='100' height='100' fill='red'/></switch>
            a switch chooses by language                 | <switch><rect systemLanguage='zz' width='100' height='100' fill='red'/><rect systemLanguage='en' width='100' height='100' fill='#0000ff'/></switch>
            a transform of a style sheet has units       | <rect x='-100' width='100' height='100' fill='#0000ff' style='transform:translate(100px, 0px) rotate(0deg)'/>
            a transform has an origin                    | <rect width='100' height='100' fill='#0000ff' transform='rotate(180)' transform-origin='50 50'/>
            a symbol has the size of its use             | <symbol id='s' viewBox='0 0 1 1'><rect width='1' height='1' fill='#0000ff'/></symbol><use href='#s' width='100' height='100'/>
            stops inherit the current colour             | <g color='#0000ff'><linearGradient id='g'><stop stop-color='currentColor'/><stop offset='1' stop-color='currentColor'/></linearGradient></g><rect width='100' height='100' fill='url(#g)'/>
            a pattern takes over the content of another  | <pattern id='p' width='10' height='10' patternUnits='userSpaceOnUse'><rect width='10' height='10' fill='#0000ff'/></pattern><pattern id='q' href='#p'/><rect width='100' height='100' fill='url(#q)'/>
            """)
    void isDrawnBlue(String name, String content) throws ImageException {
        DrawnPixels drawn = draw(content);
        for (int[] at : new int[][] {{3, 3}, {50, 50}, {96, 96}}) {
            assertThat(drawn.at(at[0], at[1]))
                    .as("%s at %d, %d", name, at[0], at[1])
                    .isEqualTo("0000ffff");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the alpha of a colour           | fill='rgba(0, 0, 255, 0.5)'
            the alpha of a hexadecimal one  | fill='#0000ff80'
            the alpha behind a slash        | fill='rgb(0 0 255 / 50%)'
            a share in percent              | fill='#0000ff' fill-opacity='50%'
            """)
    void isDrawnHalfTransparent(String name, String attributes) throws ImageException {
        String pixel = draw(RECT + " " + attributes + "/>").at(50, 50);
        assertThat(pixel).as(name).startsWith("0000ff");
        assertThat(Integer.parseInt(pixel.substring(6), 16)).as(name).isBetween(126, 129);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cycle     | <style>g{mask:url(#m)}</style><mask id='m'><g><rect width='9' height='9'/></g></mask><g><rect width='9' height='9'/></g>
            """)
    void aReferenceCycleOfAStyleSheetIsRefused(String name, String content) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> draw(content)))
                .as(name)
                .isInstanceOf(ImageException.class)
                .hasMessageContaining("cycle");
    }

    private static DrawnPixels draw(String content) throws ImageException {
        return DrawnPixels.draw(
                "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'>" + content + "</svg>", 100);
    }
}
