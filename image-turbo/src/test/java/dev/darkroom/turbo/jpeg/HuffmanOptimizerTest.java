package dev.darkroom.turbo.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.testkit.ExternalProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests {@link HuffmanOptimizer}. It needs no native library and runs on any Java version. */
class HuffmanOptimizerTest {
    @ParameterizedTest
    @CsvSource({
        "301, 203, 80, 2x2",
        "64, 64, 30, 1x1",
        "1, 1, 80, 2x2",
        "17, 9, 100, 2x1",
        "300, 17, 95, 1x2",
        "8, 800, 1, 2x2"
    })
    void theBytesAreThoseOfLibjpegsOwnOptimisation(int width, int height, String quality, String sampling)
            throws ImageException {
        assertSameAsLibjpegs(CjpegFixture.cjpeg(width, height, "-baseline", "-quality", quality, "-sample", sampling));
    }

    @Test
    void aGrayPictureIsUnitsOfOneBlock() throws ImageException {
        assertSameAsLibjpegs(CjpegFixture.cjpeg(301, 203, "-grayscale"));
    }

    @Test
    void whatIsOptimisedAlreadyStaysAsItIs() throws ImageException {
        Bytes once = HuffmanOptimizer.optimize(CjpegFixture.cjpeg(99, 77).toArray());
        assertThat(HuffmanOptimizer.optimize(once.toArray())).isEqualTo(once);
    }

    private static void assertSameAsLibjpegs(Bytes file) throws ImageException {
        byte[] theirs = ExternalProgram.run(file.toArray(), "jpegtran", "-copy", "none", "-optimize")
                .orElseThrow();
        assertThat(HuffmanOptimizer.optimize(file.toArray()).toArray()).isEqualTo(theirs);
    }
}
