package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.core.Source;
import dev.darkroom.core.Variant;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place and every type that an orientation is read from. The variants are upright, and so are the variants of a rewritten copy. */
class OrientationSourcesTest {
    /** Text before and after the orientation. A copy must not contain it. */
    private static final String SECRET = "SECRET-IN-EXIF";

    @ParameterizedTest
    @CsvSource({"BYTE, 1", "ASCII, 2", "SHORT, 3", "LONG, 4", "SBYTE, 6", "UNDEFINED, 7", "SSHORT, 8", "SLONG, 9"})
    void aJpegWithAnOrientationOfThisTypeIsShownUpright(String name, int type) throws ImageException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] exif = exif(order, type);
            byte[] prefixed = FourColorPicture.concat(FourColorPicture.latin1("Exif\0\0"), exif);
            assertUpright(FourColorPicture.withSegment(FourColorPicture.stored("jpeg"), 0xE1, prefixed));
            assertUpright(FourColorPicture.withChunk(FourColorPicture.stored("png"), "eXIf", exif));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exif", "APP1"})
    void aPngWithARawProfileIsShownUpright(String kind) throws ImageException {
        byte[] exif = FourColorPicture.concat(FourColorPicture.latin1("Exif\0\0"), exif(ByteOrder.LITTLE_ENDIAN, 3));
        String hex = HexFormat.of().formatHex(exif).replaceAll("(.{72})", "$1\n");
        byte[] keyword = FourColorPicture.latin1("Raw profile type " + kind + "\0");
        byte[] text = FourColorPicture.latin1("\n" + kind + "\n      " + exif.length + "\n" + hex + "\n");
        assertUpright(FourColorPicture.withChunk(
                FourColorPicture.stored("png"), "tEXt", FourColorPicture.concat(keyword, text)));
        byte[] zipped = FourColorPicture.concat(keyword, new byte[1], deflated(text));
        assertUpright(FourColorPicture.withChunk(FourColorPicture.stored("png"), "zTXt", zipped));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWebpWithExifWithOrWithoutItsPrefixIsShownUpright(boolean prefix) throws ImageException {
        byte[] exif = exif(ByteOrder.BIG_ENDIAN, 3);
        byte[] written = prefix ? FourColorPicture.concat(FourColorPicture.latin1("Exif\0\0"), exif) : exif;
        byte[] webp = run(
                        Bytes.wrap(FourColorPicture.stored("png")),
                        Variant.named("own").encode(Encoding.webp()))
                .bytes()
                .toArray();
        assertUpright(FourColorPicture.withExif(webp, written));
    }

    private static void assertUpright(byte[] file) throws ImageException {
        Variant png = Variant.named("own").encode(Encoding.png());
        FourColorPicture.assertTurned(run(Bytes.copyOf(file), png).bytes().toArray());
        Bytes copy = run(Bytes.copyOf(file), Variant.rewritten("copy")).bytes();
        assertThat(new String(copy.toArray(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET, HexFormat.of().formatHex(FourColorPicture.latin1(SECRET)), "Raw profile");
        FourColorPicture.assertTurned(run(copy, png).bytes().toArray());
    }

    private static Rendition run(Bytes file, Variant variant) throws ImageException {
        try (Pipeline pipeline = Pipeline.builder().variant(variant).build()) {
            Outcome outcome = pipeline.process(Source.of(file), Map.of());
            assertThat(outcome).isInstanceOf(Outcome.Completed.class);
            return ((Outcome.Completed) outcome).renditions().get(0);
        }
    }

    /** Exif with an artist, and with orientation 6 of this type. */
    private static byte[] exif(ByteOrder order, int type) {
        ByteBuffer out = ByteBuffer.allocate(38 + SECRET.length()).order(order);
        out.put(FourColorPicture.latin1(order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM"));
        out.putShort((short) 42).putInt(8).putShort((short) 2);
        out.putShort((short) 0x0112).putShort((short) type).putInt(type == 2 ? 2 : 1);
        switch (type) {
            case 2 -> out.put(FourColorPicture.latin1("6\0\0\0"));
            case 3, 8 -> out.putShort((short) 6).putShort((short) 0);
            case 4, 9 -> out.putInt(6);
            default -> out.put(new byte[] {6, 0, 0, 0});
        }
        out.putShort((short) 0x013B).putShort((short) 2).putInt(SECRET.length()).putInt(38);
        return out.putInt(0).put(FourColorPicture.latin1(SECRET)).array();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 64];
        int length = deflater.deflate(out);
        deflater.end();
        return java.util.Arrays.copyOf(out, length);
    }
}
