package dev.darkroom.hostile.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.hostile.metadata.Canaries.Canary;
import dev.darkroom.hostile.metadata.HiddenDataFile.FileWithCanaries;
import dev.darkroom.hostile.metadata.scan.MetadataFinding.Kind;
import dev.darkroom.hostile.metadata.scan.PictureMetadataScanner;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests that the scanner and the search find everything that the tests of the guarantee expect them to find. */
class PictureMetadataScannerTest {
    private static final int FILES = 500;

    @Test
    void aCleanPictureHasNoTraces() throws IOException {
        Random random = new Random(2);
        assertThat(PictureMetadataScanner.of(BasePictures.jpeg(random, false))).isEmpty();
        assertThat(PictureMetadataScanner.of(BasePictures.jpeg(random, true))).isEmpty();
        assertThat(PictureMetadataScanner.of(BasePictures.png(random))).isEmpty();
        assertThat(PictureMetadataScanner.of(BasePictures.webp(random))).isEmpty();
        assertThat(PictureMetadataScanner.of(BasePictures.gif(random))).isEmpty();
    }

    @Test
    void theSearchFindsEveryNeedleInTheFileItWasPlantedIn() throws IOException {
        HiddenDataFile files = new HiddenDataFile();
        for (int seed = 0; seed < FILES; seed++) {
            FileWithCanaries planted = files.numbered(seed);
            Set<String> all =
                    planted.needles().planted().stream().map(Canary::text).collect(Collectors.toSet());
            assertThat(CanarySearch.in(planted.file())).as("file " + seed).isEqualTo(all);
        }
    }

    @Test
    void theScannerFindsEveryKindOfTraceInPlantedFiles() throws IOException {
        HiddenDataFile files = new HiddenDataFile();
        Set<Kind> kinds = new HashSet<>();
        for (int seed = 0; seed < FILES; seed++) {
            FileWithCanaries planted = files.numbered(seed);
            assertThat(PictureMetadataScanner.of(planted.file()))
                    .as("file " + seed + " with " + planted.needles().planted())
                    .isNotEmpty();
            PictureMetadataScanner.of(planted.file()).forEach(trace -> kinds.add(trace.kind()));
        }
        assertThat(kinds).isEqualTo(EnumSet.allOf(Kind.class));
    }
}
