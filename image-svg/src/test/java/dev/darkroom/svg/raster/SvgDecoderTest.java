package dev.darkroom.svg.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests drawing of SVGs, and the content that is removed or rejected to limit the drawing cost. */
class SvgDecoderTest {
    private static final String OPEN = "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='400'>";

    @ParameterizedTest
    @CsvSource({"1,1,2,1", "100,1,100,67", "1,100,150,100", "300,200,300,200", "900,900,300,200", "299,1,299,200"})
    void itIsDrawnAtJustTheSizeThatServes(int width, int height, int drawnWidth, int drawnHeight) throws Exception {
        Bytes svg = bytes("<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'/>");
        try (Decoder decoder = new SvgDecoderProvider().open(Format.SVG, svg)) {
            DecodeReport report = decoder.prepare(new DecodeHint(Size.of(width, height), List.of()));
            assertThat(report.raster().size()).isEqualTo(Size.of(drawnWidth, drawnHeight));
            assertThat(report.scale()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aSmallerRasterShowsTheWholePicture() throws Exception {
        DrawnPixels raster = DrawnPixels.draw(OPEN + "<rect x='200' width='200' height='400' fill='#f00'/></svg>", 20);
        assertThat(raster.size()).isEqualTo(Size.of(20, 20));
        assertThat(raster.at(9, 10)).isEqualTo("00000000");
        assertThat(raster.at(10, 10)).isEqualTo("ff0000ff");
    }

    @Test
    void transparencyIsStraight() throws Exception {
        DrawnPixels raster =
                DrawnPixels.draw(OPEN + "<rect width='400' height='400' fill='#f00' fill-opacity='.5'/></svg>", 8);
        assertThat(raster.at(3, 3)).isIn("ff000080", "ff00007f");
    }

    @Test
    void aViewBoxFillsThePicture() throws Exception {
        String box =
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='-5 -5 10 10'><rect x='-5' y='-5' width='5' height='5'/></svg>";
        DrawnPixels raster = DrawnPixels.draw(box, 10);
        assertThat(raster.at(4, 4)).isEqualTo("000000ff");
        assertThat(raster.at(5, 5)).isEqualTo("00000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<filter id='f' x='-1e9' y='-1e9' width='2e9' height='2e9' filterUnits='userSpaceOnUse'><feGaussianBlur stdDeviation='5'/></filter>",
                "<filter id='f' x='-1e9%' y='-1e9%' width='2e9%' height='2e9%'><feFlood/></filter>",
                "<filter id='f'><feGaussianBlur stdDeviation='1e9'/></filter>",
                "<filter id='f'><feTurbulence numOctaves='2000000000' baseFrequency='0.1'/></filter>",
                "<filter id='f'><feMorphology radius='100000'/></filter>",
                "<filter id='f'><feConvolveMatrix order='50000' kernelMatrix='1'/></filter>",
                "<filter id='f'><feDropShadow dx='1e30' stdDeviation='1e30'/></filter>"
            })
    void aCostlyFilterIsBoundedOrLeftOut(String filter) throws Exception {
        DrawnPixels raster =
                DrawnPixels.draw(OPEN + filter + "<rect width='400' height='400' filter='url(#f)'/></svg>", 400);
        assertThat(raster.size()).isEqualTo(Size.of(400, 400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stdDeviation='90'", "stdDeviation='NaN'", "stdDeviation='-90 90'"})
    void aBlurIsBoundedAsItIsDrawn(String deviation) throws Exception {
        String filter = "<filter id='f'><feGaussianBlur " + deviation + "/></filter>";
        String shape = "<g transform='scale(100)'><rect width='9' height='9' filter='url(#f)'/></g>";
        assertThat(DrawnPixels.draw(OPEN + filter + shape + "</svg>", 400).size())
                .isEqualTo(Size.of(400, 400));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "width='1e6' height='1e6' patternUnits='userSpaceOnUse'",
                "width='20000' height='20000' patternUnits='userSpaceOnUse'",
                "width='1000in' height='1000in' patternUnits='userSpaceOnUse'",
                "width='100000%' height='100000%' patternUnits='userSpaceOnUse'",
                "width='1000' height='1000'",
                "width='10' height='10' patternUnits='userSpaceOnUse' patternTransform='scale(50)'",
                "width='10' height='10' patternUnits='userSpaceOnUse' viewBox='0 0 1e-9 1e-9'"
            })
    void aHugeTileIsLeftOut(String attributes) throws Exception {
        String pattern = "<pattern id='p' " + attributes + "><rect width='9' height='9'/></pattern>";
        DrawnPixels.draw(OPEN + pattern + "<rect width='400' height='400' fill='url(#p)'/></svg>", 400);
        DrawnPixels.draw(
                OPEN + pattern + "<g transform='scale(500)'><rect width='400' height='400' fill='url(#p)'/></g></svg>",
                400);
    }

    @Test
    void anOrdinaryTileStays() throws Exception {
        String pattern =
                "<pattern id='p' width='10' height='10' patternUnits='userSpaceOnUse'><rect width='5' height='10' fill='red'/></pattern>";
        DrawnPixels raster =
                DrawnPixels.draw(OPEN + pattern + "<rect width='400' height='400' fill='url(#p)'/></svg>", 400);
        assertThat(raster.at(2, 2)).isEqualTo("ff0000ff");
        assertThat(raster.at(7, 2)).isEqualTo("00000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"stroke-dasharray='1e-9'", "style='stroke-dasharray:1e-9'", "class='a'", "stroke-dasharray='-1'"
            })
    void dashesBeyondCountAreDrawnThrough(String dashes) throws Exception {
        String line = "<path stroke='red' stroke-width='40' d='M0 20L400 20' " + dashes + "/>";
        DrawnPixels raster =
                DrawnPixels.draw(OPEN + "<style>.a{stroke-dasharray:1e-9 1e-9}</style>" + line + "</svg>", 400);
        assertThat(raster.at(200, 20)).isEqualTo("ff0000ff");
    }

    @Test
    void aMillionPointsAreRefused() {
        String path = IntStream.range(0, 1_000_000)
                .mapToObj(i -> "L" + i % 400 + " 1")
                .collect(Collectors.joining());
        assertThat(refusal(OPEN + "<path d='M0 0" + path + "'/></svg>")).isInstanceOf(Failure.OverLimit.class);
    }

    @Test
    void aClipPathOfManyPointsIsRefused() {
        String path =
                IntStream.range(0, 5_000).mapToObj(i -> "L" + i % 400 + " 1").collect(Collectors.joining());
        assertThat(refusal(OPEN + "<clipPath id='c'><path d='M0 0" + path
                        + "'/></clipPath><rect clip-path='url(#c)'/></svg>"))
                .isInstanceOf(Failure.OverLimit.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<path d='M9 10C9 5 200 1e12 150 200C190 1e12 10 -1e12 300 1e12'/>",
                "<rect width='9' height='9' stroke-width='1e15'/>",
                "<g transform='scale(1e6) scale(1e6)'><circle r='9'/></g>"
            })
    void shapesBeyondAllPicturesAreRefused(String content) {
        assertThat(refusal(OPEN + content + "</svg>")).isInstanceOf(Failure.OverLimit.class);
    }

    @Test
    void coloursAtAlmostOnePlaceTakeNoMoreMemory() throws Exception {
        String stops =
                "<stop offset='0'/><stop offset='.5'/><stop offset='-1'/><stop offset='NaN'/><stop offset='1e-30'/>"
                        + "<stop offset='.50000001'/><stop offset='.50000002' stop-color='red'/>";
        String gradient = "<linearGradient id='g'>" + stops + "</linearGradient>";
        DrawnPixels raster =
                DrawnPixels.draw(OPEN + gradient + "<rect width='400' height='400' fill='url(#g)'/></svg>", 400);
        assertThat(raster.at(300, 9)).isEqualTo("ff0000ff");
    }

    @Test
    void layersInsideOfManyLayersAreRefused() {
        assertThat(refusal(OPEN + "<g opacity='.5'>".repeat(20) + "<rect/>" + "</g>".repeat(20) + "</svg>"))
                .isInstanceOf(Failure.OverLimit.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<path d='M-1e30 -1e30L1e30 1e30L1e30 0z'/>",
                "<rect x='-1e38' width='3e38' height='1e300' stroke-width='1e30' stroke='red'/>",
                "<circle r='NaN'/>",
                "<text font-size='1e30'>A</text>",
                "<g transform='scale(1e300)'><rect width='1' height='1'/></g>",
                "<g transform='matrix(0 0 0 0 0 0)'><rect width='1' height='1'/></g>",
                "<mask id='m' x='-1e9' y='-1e9' width='2e9' height='2e9' maskUnits='userSpaceOnUse'/><rect width='9' height='9' mask='url(#m)'/>",
                "<style>*{fill:url(#p)}</style><pattern id='p' width='1' height='1'><rect width='5' height='5'/></pattern><rect/>",
                "<svg width='1e30' height='1e30' viewBox='0 0 1e-30 1e-30'><rect width='1' height='1'/></svg>"
            })
    void absurdNumbersAreDrawnOrRefused(String content) {
        try {
            DrawnPixels.draw(OPEN + content + "</svg>", 400);
        } catch (ImageException e) {
            assertThat(e.failure().uploadsFault()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void aPictureInsideIsDrawn(String format) throws Exception {
        BufferedImage red = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        Arrays.fill(((DataBufferInt) red.getRaster().getDataBuffer()).getData(), 0xFF0000);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(red, format, file);
        String data = Base64.getEncoder().encodeToString(file.toByteArray());
        DrawnPixels raster = DrawnPixels.draw(
                OPEN + "<image x='100' width='200' height='200' href='data:;base64," + data + "'/></svg>", 400);
        assertThat(raster.at(200, 100)).isIn("ff0000ff", "fe0000ff");
        assertThat(raster.at(50, 100)).isEqualTo("00000000");
    }

    @Test
    void picturesInsideOfTooManyPixelsAreRefused() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2100, 2000, BufferedImage.TYPE_BYTE_BINARY), "png", file);
        String data = Base64.getEncoder().encodeToString(file.toByteArray());
        assertThat(refusal(OPEN + "<image href='data:image/png;base64," + data + "'/></svg>"))
                .isInstanceOf(Failure.OverLimit.class);
    }

    private static Failure refusal(String svg) {
        ImageException thrown = catchThrowableOfType(ImageException.class, () -> DrawnPixels.draw(svg, 400));
        assertThat(thrown).as("not refused").isNotNull();
        return thrown.failure();
    }

    private static Bytes bytes(String svg) {
        return Bytes.wrap(svg.getBytes(StandardCharsets.UTF_8));
    }
}
