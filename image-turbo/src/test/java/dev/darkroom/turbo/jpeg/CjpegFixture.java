package dev.darkroom.turbo.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.testkit.ExternalProgram;
import dev.darkroom.turbo.TestPicture;
import java.util.ArrayList;
import java.util.List;

/** Makes JPEGs of every kind with libjpeg's {@code cjpeg}. */
final class CjpegFixture {
    private CjpegFixture() {}

    static Bytes cjpeg(int width, int height, String... options) throws ImageException {
        List<String> command = new ArrayList<>(List.of("cjpeg"));
        command.addAll(List.of(options));
        byte[] scene = TestPicture.pnm(TestPicture.photo(width, height, Layout.RGB));
        return Bytes.wrap(
                ExternalProgram.run(scene, command.toArray(String[]::new)).orElseThrow());
    }

    /** Pixels as {@code djpeg} decodes them, without the header of the PNM. */
    static byte[] djpeg(Bytes file, int samples) {
        byte[] pnm = ExternalProgram.run(file.toArray(), "djpeg", "-pnm").orElseThrow();
        byte[] pixels = new byte[samples];
        System.arraycopy(pnm, pnm.length - samples, pixels, 0, samples);
        return pixels;
    }

    /** The index of a marker's FF byte. Only for markers before the scan. */
    static int indexOf(byte[] file, int marker) {
        int at = 0;
        while (file[at] != (byte) 0xFF || file[at + 1] != (byte) marker) {
            at++;
        }
        return at;
    }

    static int lastIndexOf(byte[] file, int marker) {
        int at = file.length - 2;
        while (file[at] != (byte) 0xFF || file[at + 1] != (byte) marker) {
            at--;
        }
        return at;
    }
}
