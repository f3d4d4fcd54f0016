package dev.darkroom.core.header.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Limits;
import dev.darkroom.core.header.HeaderReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgHeaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width='40' height='30' | 40x30",
                "width='40px' height='30.4px' viewBox='0 0 1 1' | 40x30",
                "width='1in' height='2.54cm' | 96x96",
                "width='72pt' height='6pc' | 96x96",
                "width='25.4mm' height='101.6q' | 96x96",
                "width='2em' height='2ex' | 32x16",
                "width='40' viewBox='0 0 200 100' | 40x20",
                "height='40' viewBox='0 0 200 100' | 80x40",
                "width='100%' height='100%' viewBox='0 0 200 100' | 200x100",
                "viewBox=' -5,-5 , 24 24 ' | 24x24",
                "viewBox='0 0 1e2 .5e2' | 100x50",
                "width='40' | 40x150",
                "height='40' | 300x40",
                "x='1' | 300x150",
                "width='0' height='0' | 300x150",
                "width='0' height='0' viewBox='0 0 7 8' | 7x8",
                "width='-5' height='auto' | 300x150",
                "width='0.2' height='0.2' | 1x1",
                "viewBox='0 0 NaN NaN' | 300x150",
                "viewBox='0 0 0 10' | 300x150",
                "viewBox='0 0 -1 10' | 300x150",
                "viewBox='0 0 1e999 10' | 300x150",
                "viewBox='0 0 10' | 300x150",
                "viewBox='1 2 3 4 5' | 300x150",
                "viewBox='+ - . e' | 300x150",
                "width='&#52;&#x30;' height = \"30\" | 40x30",
                "svg:width='9' height='8' width='7' | 7x8"
            })
    void theSizeIsThatOfTheFirstTag(String attributes, String size) throws Exception {
        assertThat(info("<svg " + attributes + "/>").displayed()).hasToString(size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "viewBox='0 0 1e308 1e308'",
                "width='1e308' height='1'",
                "width='1e999' height='1'",
                "width='1e308' viewBox='0 0 1e-300 1e300'",
                "width='99999999999999999999' height='5'"
            })
    void aSizeBeyondAllSizesIsOverTheLimit(String attributes) throws Exception {
        ImageInfo info = info("<svg " + attributes + "/>");
        assertThatThrownBy(() -> Limits.untrusted().check(info))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.OverLimit.class));
    }

    @Test
    void whatStandsBeforeTheFirstTagIsSkipped() throws Exception {
        String before =
                "<?xml version='1.0'?>\n<!-- <svg width='1'> --><!DOCTYPE svg [<!ENTITY a \"]><svg width='2'>\">"
                        + "<!-- ' -->]>\n<?x <svg ?>";
        assertThat(info(before + "<s:svg width='40' height='30'>").displayed()).hasToString("40x30");
    }

    @Test
    void theTextMayBeUtf16() throws Exception {
        byte[] text = "\uFEFF<svg width='40' height='30'>".getBytes(StandardCharsets.UTF_16LE);
        assertThat(HeaderReader.read(Format.SVG, Bytes.wrap(text)).displayed()).hasToString("40x30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg",
                "<svg width='40",
                "<svg width='40'",
                "<svg width=40>",
                "<svg width>",
                "<svg ='40'>",
                "<svgx>",
                "<g><svg/></g>",
                "<!-- <svg>",
                "<!DOCTYPE svg [",
                "<?xml ",
                "hello"
            })
    void aBrokenHeadIsMalformed(String text) {
        assertThatThrownBy(() -> info(text))
                .isInstanceOfSatisfying(
                        ImageException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
    }

    @Test
    void aHeadIsNotLookedForBeyondItsBounds() {
        String far = "<!--" + "x".repeat(SvgHeader.LOOK_AHEAD) + "--><svg/>";
        assertThatThrownBy(() -> info(far)).isInstanceOf(ImageException.class);
    }

    private static ImageInfo info(String text) throws ImageException {
        return HeaderReader.read(Format.SVG, Bytes.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
