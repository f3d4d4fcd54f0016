package dev.darkroom.codecs.webp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Availability;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.EncoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.RasterSpec;
import dev.darkroom.testkit.CountingMemory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in a separate process where the folder for the native library does not exist. */
@Tag("slow")
class WithoutLibwebpTest {
    @Test
    void whereTheLibraryCannotBeLoadedIsAValueAndNoCrash(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dcom.luciad.imageio.webp.tmpdir=" + folder.resolve("absent"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("unavailable: the bundled libwebp cannot be loaded")
                .contains("not decoded: the bundled libwebp cannot be loaded")
                .contains("not encoded: the bundled libwebp cannot be loaded");
    }

    static final class Main {
        private Main() {}

        public static void main(String[] args) {
            EncoderProvider provider = new WebpEncoderProvider();
            if (provider.availability() instanceof Availability.Unavailable unavailable) {
                System.out.println("unavailable: " + unavailable.reason());
            }
            try (Decoder decoder = new WebpDecoderProvider().open(Format.WEBP, smallest())) {
                decoder.prepare(new DecodeHint(decoder.info().stored(), List.of(Layout.RGB)));
            } catch (ImageException e) {
                System.out.println("not decoded: " + e.getMessage());
            }
            try {
                RasterSpec spec = RasterSpec.of(Size.of(2, 2), Layout.RGB);
                provider.open(spec, Encoding.webp(), CountingMemory.unlimited()).close();
            } catch (ImageException e) {
                System.out.println("not encoded: " + e.getMessage());
            }
        }

        /** A file with only the header of a lossless picture of one pixel. */
        private static Bytes smallest() {
            byte[] file = new byte[26];
            byte[] riff = "RIFF\u0012\0\0\0WEBPVP8L\u0005\0\0\0/".getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(riff, 0, file, 0, riff.length);
            return Bytes.wrap(file);
        }
    }
}
