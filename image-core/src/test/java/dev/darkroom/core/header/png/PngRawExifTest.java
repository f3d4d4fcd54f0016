package dev.darkroom.core.header.png;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.header.ByteArrayBuilder;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.core.header.exif.Exif;
import dev.darkroom.core.header.exif.Tiffs;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** EXIF in "Raw profile type" text chunks. */
class PngRawExifTest {
    private static final String EXIF = "Raw profile type exif";
    private static final String APP1 = "Raw profile type APP1";

    @ParameterizedTest
    @CsvSource({"tEXt, exif", "zTXt, exif", "tEXt, APP1", "zTXt, APP1"})
    void bothKeywordsGiveTheOrientationCompressedOrNot(String type, String keyword) throws Exception {
        for (int value = 1; value <= 8; value++) {
            ByteArrayBuilder chunk = chunk(type, "Raw profile type " + keyword, text(exif(value)));
            assertThat(read(chunk)).isEqualTo(Orientation.ofExif(value));
            assertThat(behindThePixels(chunk)).isEqualTo(Orientation.ofExif(value));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "iTXt, Raw profile type exif",
        "tEXt, Raw profile type EXIF",
        "tEXt, Raw profile type app1",
        "tEXt, Raw profile type xmp",
        "tEXt, exif:Orientation"
    })
    void otherChunksAndKeywordsAreNormal(String type, String keyword) throws Exception {
        assertThat(read(chunk(type, keyword, text(exif(6))))).isEqualTo(Orientation.NORMAL);
    }

    @Test
    void exifWithoutItsPrefixCounts() throws Exception {
        assertThat(read(chunk("zTXt", EXIF, text(Tiffs.withOrientation(6, true).array()))))
                .isEqualTo(Orientation.ROTATED_90);
    }

    @Test
    void theNameAndTheNumberAreNotBelieved() throws Exception {
        String hex = HexFormat.of().formatHex(exif(6));
        for (String head : new String[] {
            "\nexif\n      20\n", "\nexif\n  400\n", "\nexif\n0\n", "\n\ngeneric\n99999999999999999999\n"
        }) {
            assertThat(read(chunk("tEXt", EXIF, head + hex))).as(head).isEqualTo(Orientation.ROTATED_90);
        }
        assertThat(read(chunk("tEXt", EXIF, "\nexif\n 1\n" + hex.toUpperCase(java.util.Locale.ROOT) + "\n")))
                .isEqualTo(Orientation.ROTATED_90);
        assertThat(read(chunk("tEXt", EXIF, "\nexif\r\n 1\r\n" + hex.replaceAll("(..)", "$1\r\n"))))
                .isEqualTo(Orientation.ROTATED_90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\nexif", "\nexif\n", "\nexif\n 56\n", "\nexif\n 56\n4", "\nexif\n 56\n4578"})
    void cutTextsAreNormal(String text) throws Exception {
        assertThat(read(chunk("tEXt", EXIF, text))).isEqualTo(Orientation.NORMAL);
        assertThat(read(chunk("zTXt", EXIF, text))).isEqualTo(Orientation.NORMAL);
    }

    @Test
    void whatIsNoHexadecimalDigitMakesItNoProfile() throws Exception {
        String good = text(exif(6));
        assertThat(read(chunk("tEXt", EXIF, good + "g"))).isEqualTo(Orientation.NORMAL);
        assertThat(read(chunk("tEXt", EXIF, good.substring(0, 40) + "\0" + good.substring(40))))
                .isEqualTo(Orientation.NORMAL);
    }

    @Test
    void aWrongChecksumMethodOrStreamMakesItNoProfile() throws Exception {
        ByteArrayBuilder data = new ByteArrayBuilder().text(EXIF + "\0" + text(exif(6)));
        assertThat(read(Pngs.broken("tEXt", data))).isEqualTo(Orientation.NORMAL);
        byte[] stream = Pngs.deflate(text(exif(6)).getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayBuilder method = new ByteArrayBuilder().text(EXIF + "\0\1").add(stream);
        assertThat(read(Pngs.chunk("zTXt", method))).isEqualTo(Orientation.NORMAL);
        ByteArrayBuilder noStream = new ByteArrayBuilder().text(EXIF + "\0\0no stream");
        assertThat(read(Pngs.chunk("zTXt", noStream))).isEqualTo(Orientation.NORMAL);
        assertThat(read(Pngs.chunk("zTXt", new ByteArrayBuilder().text(EXIF + "\0"))))
                .isEqualTo(Orientation.NORMAL);
    }

    @Test
    void anExifChunkThatGivesAnOrientationGoesFirstWhereverItStands() throws Exception {
        ByteArrayBuilder three = chunk("zTXt", EXIF, text(exif(3)));
        ByteArrayBuilder own = Pngs.chunk("eXIf", Tiffs.withOrientation(6, false));
        assertThat(read(own, three)).isEqualTo(Orientation.ROTATED_90);
        assertThat(read(three, own)).isEqualTo(Orientation.ROTATED_90);
        ByteArrayBuilder upright = Pngs.chunk("eXIf", Tiffs.withOrientation(1, false));
        assertThat(read(upright, three)).isEqualTo(Orientation.NORMAL);
        ByteArrayBuilder silent = Pngs.chunk(
                "eXIf", new ByteArrayBuilder().text("II*\0").u32le(8).u16le(0).u32le(0));
        assertThat(read(silent, three)).isEqualTo(Orientation.ROTATED_180);
        ByteArrayBuilder broken = Pngs.broken("eXIf", Tiffs.withOrientation(6, false));
        assertThat(read(broken, three)).isEqualTo(Orientation.ROTATED_180);
    }

    @Test
    void theFirstProfileWithAnOrientationCounts() throws Exception {
        ByteArrayBuilder six = chunk("zTXt", EXIF, text(exif(6)));
        ByteArrayBuilder three = chunk("zTXt", APP1, text(exif(3)));
        assertThat(read(six, three)).isEqualTo(Orientation.ROTATED_90);
        assertThat(read(three, six)).isEqualTo(Orientation.ROTATED_180);
        ByteArrayBuilder xmp =
                chunk("zTXt", APP1, text("http://ns.adobe.com/xap/1.0/\0<x/>".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(read(xmp, six)).isEqualTo(Orientation.ROTATED_90);
    }

    @Test
    void ofEachKeywordOnlyTheFirstIsRead() throws Exception {
        ByteArrayBuilder six = chunk("zTXt", EXIF, text(exif(6)));
        assertThat(read(chunk("zTXt", EXIF, "nonsense"), six)).isEqualTo(Orientation.NORMAL);
    }

    @Test
    void exifOfMoreThan64KiBIsReadUpToThere() throws Exception {
        byte[] exif = java.util.Arrays.copyOf(exif(6), 300_000);
        assertThat(read(chunk("zTXt", EXIF, text(exif)))).isEqualTo(Orientation.ROTATED_90);
        assertThat(read(chunk("tEXt", EXIF, text(exif)))).isEqualTo(Orientation.ROTATED_90);
        assertThat(PngRawProfile.decode(new ByteArrayBuilder().text(text(exif)).bytes(), false))
                .hasValueSatisfying(profile -> assertThat(profile.length()).isEqualTo(PngRawProfile.MOST));
    }

    /** Each chunk inflates to 5 MB. All chunks together must cost at most as much as the limit of two chunks. */
    @ParameterizedTest
    @ValueSource(strings = {"0", " ", "zz"})
    void bombsCostTheirBytesAndAFixedSum(String filling) throws Exception {
        byte[] stream = Pngs.deflate(
                ("\nexif\n 9\n" + filling.repeat(5_000_000 / filling.length())).getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayBuilder bombs = new ByteArrayBuilder();
        for (int i = 0; i < 20; i++) {
            bombs.add(Pngs.chunk(
                    "zTXt",
                    new ByteArrayBuilder()
                            .text((i % 2 == 0 ? EXIF : APP1) + "\0\0")
                            .add(stream)));
        }
        Bytes file = Pngs.rgb(bombs);
        HeaderReader.read(Format.PNG, file);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(HeaderReader.read(Format.PNG, file).orientation()).isEqualTo(Orientation.NORMAL);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2_000_000);
    }

    private static byte[] exif(int orientation) {
        return new ByteArrayBuilder()
                .text(Exif.PREFIX)
                .add(Tiffs.withOrientation(orientation, true))
                .array();
    }

    /** The text of a profile in the format of ImageMagick. */
    private static String text(byte[] profile) {
        String hex = HexFormat.of().formatHex(profile).replaceAll("(.{72})", "$1\n");
        return String.format("%nexif%n%8d%n%s%n", profile.length, hex).replace("\r", "");
    }

    private static ByteArrayBuilder chunk(String type, String keyword, String text) {
        ByteArrayBuilder data = new ByteArrayBuilder().text(keyword + "\0");
        switch (type) {
            case "zTXt" -> data.u8(0).add(Pngs.deflate(text.getBytes(StandardCharsets.ISO_8859_1)));
            case "iTXt" -> data.zeros(4).text(text);
            default -> data.text(text);
        }
        return Pngs.chunk(type, data);
    }

    private static Orientation read(ByteArrayBuilder... chunks) throws ImageException {
        return HeaderReader.read(Format.PNG, Pngs.rgb(chunks)).orientation();
    }

    private static Orientation behindThePixels(ByteArrayBuilder chunk) throws ImageException {
        return HeaderReader.read(Format.PNG, Pngs.file(Pngs.header(4, 3, 8, 2), Pngs.pixels(), chunk))
                .orientation();
    }
}
