package dev.darkroom.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final Set<Format> FOUR = Set.of(Format.WEBP, Format.GIF, Format.PNG, Format.JPEG);
    private static final String DOS = "MZ\u0090\0\3\0\0\0\4\0\0\0\u00FF\u00FF";
    private static final String BMP = "BMF\0\0\0\0\0\0\0" + "6\0\0\0(\0\0\0\2\0\0\0\2\0\0\0\1\0\30\0";
    private static final String ICON = "\0\0\1\0\1\0\20\20\0\0\1\0\40\0\0\1\0\0\26\0\0\0";

    @Test
    void everyFormatHasASignature() {
        Map<Format, List<String>> files = new EnumMap<>(Format.class);
        files.put(Format.JPEG, List.of("\u00FF\u00D8\u00FF\u00E0"));
        files.put(Format.PNG, List.of("\u0089PNG\r\n\u001A\n"));
        files.put(Format.GIF, List.of("GIF87a", "GIF89a"));
        files.put(Format.WEBP, List.of("RIFF\0\0\0\0WEBP"));
        files.put(Format.SVG, List.of("<svg/>"));
        files.put(Format.AVIF, List.of(brands("avif", "mif1"), brands("mif1", "miaf", "avif"), brands("avis")));
        files.put(Format.HEIF, List.of(brands("heic", "mif1"), brands("mif1", "heic"), brands("msf1", "hevc")));
        files.put(Format.JPEG_XL, List.of("\u00FF\n\u00FA\u001F01234567", "\0\0\0\fJXL \r\n\u0087\n"));
        files.put(Format.JPEG_2000, List.of("\0\0\0\fjP  \r\n\u0087\n", "\u00FFO\u00FFQ"));
        files.put(Format.TIFF, List.of("II*\0\b\0\0\0", "MM\0*\0\0\0\b", "II+\0\b\0\0\0", "MM\0+\0\b\0\0"));
        files.put(Format.BMP, List.of(BMP));
        files.put(Format.ICO, List.of(ICON, ICON.replace("\0\0\1\0\1", "\0\0\2\0\1")));
        files.put(Format.PSD, List.of("8BPS\0\1", "8BPS\0\2"));
        files.put(Format.PDF, List.of("%PDF-1.7"));
        files.put(Format.ZIP, List.of("PK\3\4", "PK\5\6", "PK\7\b"));
        files.put(Format.GZIP, List.of("\u001F\u008B\b\0\0\0\0\0\0\3"));
        files.put(Format.HTML, List.of("<!DOCTYPE html><p>", " <html lang='en'>", "<script>alert(1)</script>"));
        files.put(Format.XML, List.of("<?xml version='1.0'?><kml/>", "<rss version='2.0'>", "<!DOCTYPE x [ <!ENTITY"));
        files.put(Format.WINDOWS_EXECUTABLE, List.of(DOS));
        files.put(Format.ELF_EXECUTABLE, List.of("\u007FELF\2\1\1"));
        files.put(Format.SCRIPT, List.of("#!/bin/sh\n", "#! /usr/bin/env python3\n"));
        assertThat(files).containsOnlyKeys(Format.values());
        files.forEach((format, starts) -> assertThat(starts)
                .allSatisfy(start -> assertThat(of(start)).as(start).isEqualTo(format)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\t <svg>",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg width='1'>",
                "<!-- a <b> --><!-- c --><svg\n>",
                "<s:svg xmlns:s='http://www.w3.org/2000/svg'>",
                "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://x/svg11.dtd\"><svg>",
                "<!DOCTYPE svg [ <!ENTITY a \"]>\"> <!-- ' ]> --> ]><svg>",
                "<?xml-stylesheet href='a.css'?><?b?><svg/>"
            })
    void svgIsKnownByItsFirstElementInAnyEncoding(String start) {
        assertThat(of(start)).isEqualTo(Format.SVG);
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(of("\uFEFF" + start, charset)).isEqualTo(Format.SVG);
        }
        assertThat(of("\uFEFF" + start, StandardCharsets.UTF_8)).isEqualTo(Format.SVG);
        assertThat(of("<svg/>", StandardCharsets.UTF_16LE)).isEqualTo(Format.SVG);
        assertThat(of("<svg/>", StandardCharsets.UTF_16BE)).isEqualTo(Format.SVG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "< svg>",
                "<svgx",
                "hello <svg>",
                "<?php echo 1;",
                "<!-- never ends <svg>",
                "BM hello, this is a text of some length",
                "MZ hello, this is a text",
                "\u00FF\u00D8",
                "RIFF\0\0\0\0WAVE",
                "\0\0\1\0\1\0",
                "\0\0\0\u0018ftypmp42\0\0\0\0isommp42",
                "II*\0\1\0\0\0",
                "#!shebang of no path"
            })
    void almostIsNotEnough(String start) {
        assertThat(of(start)).isNull();
    }

    @Test
    void lookAheadIsBounded() {
        String far = "<!--" + "x".repeat(70_000) + "--><svg/>";
        assertThat(of(far)).isNull();
        assertThat(of("<!--" + "x".repeat(50_000) + "--><svg/>")).isEqualTo(Format.SVG);
    }

    @Test
    void randomBytesHaveNoSignature() {
        Random random = new Random(7);
        int known = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[64];
            random.nextBytes(bytes);
            known += Signature.of(Bytes.wrap(bytes)).isPresent() ? 1 : 0;
        }
        assertThat(known).isLessThan(20);
    }

    @Test
    void refusalsSayWhatWasSentAndWhatIsAccepted() {
        assertThat(Signature.disallowed(Format.PDF, FOUR))
                .isEqualTo("this is a PDF file; accepted are JPEG, PNG, GIF and WebP");
        assertThat(Signature.disallowed(Format.SVG, Set.of(Format.PNG, Format.JPEG)))
                .isEqualTo("this is an SVG file; accepted are JPEG and PNG");
        assertThat(Signature.disallowed(Format.WINDOWS_EXECUTABLE, Set.of(Format.PNG)))
                .isEqualTo("this is a Windows executable; accepted is only PNG");
        assertThat(Signature.unrecognized(bytes("MZ hello there", StandardCharsets.ISO_8859_1)))
                .isEqualTo(
                        "these bytes are not a known picture format (they start with 4d 5a 20 68 65 6c 6c 6f \u2026)");
        assertThat(Signature.unrecognized(Bytes.copyOf(new byte[] {(byte) 0xFF})))
                .isEqualTo("these bytes are not a known picture format (they are ff)");
        assertThat(Signature.unrecognized(Bytes.empty())).isEqualTo("there are no bytes at all");
    }

    private static String brands(String major, String... compatible) {
        return "\0\0\0" + (char) (16 + 4 * compatible.length) + "ftyp" + major + "\0\0\0\0"
                + String.join("", compatible);
    }

    private static Format of(String latin1) {
        return of(latin1, StandardCharsets.ISO_8859_1);
    }

    private static Format of(String text, Charset charset) {
        return Signature.of(bytes(text, charset)).orElse(null);
    }

    private static Bytes bytes(String text, Charset charset) {
        return Bytes.wrap(text.getBytes(charset));
    }
}
