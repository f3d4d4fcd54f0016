package dev.darkroom.hostile.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.hostile.metadata.Needles.Needle;
import dev.darkroom.hostile.metadata.PlantedFile.Planted;
import dev.darkroom.hostile.metadata.Trace.Kind;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The scanner and the search see what the guarantee's tests rely on them to see. */
class PictureScanTest {
    private static final int FILES = 500;

    @Test
    void aCleanPictureHasNoTraces() throws IOException {
        Random random = new Random(2);
        assertThat(PictureScan.of(BasePictures.jpeg(random, false))).isEmpty();
        assertThat(PictureScan.of(BasePictures.jpeg(random, true))).isEmpty();
        assertThat(PictureScan.of(BasePictures.png(random))).isEmpty();
        assertThat(PictureScan.of(BasePictures.webp(random))).isEmpty();
        assertThat(PictureScan.of(BasePictures.gif(random))).isEmpty();
    }

    @Test
    void theSearchFindsEveryNeedleInTheFileItWasPlantedIn() throws IOException {
        PlantedFile files = new PlantedFile();
        for (int seed = 0; seed < FILES; seed++) {
            Planted planted = files.numbered(seed);
            Set<String> all =
                    planted.needles().planted().stream().map(Needle::text).collect(Collectors.toSet());
            assertThat(NeedleSearch.in(planted.file())).as("file " + seed).isEqualTo(all);
        }
    }

    @Test
    void theScannerFindsEveryKindOfTraceInPlantedFiles() throws IOException {
        PlantedFile files = new PlantedFile();
        Set<Kind> kinds = new HashSet<>();
        for (int seed = 0; seed < FILES; seed++) {
            Planted planted = files.numbered(seed);
            assertThat(PictureScan.of(planted.file()))
                    .as("file " + seed + " with " + planted.needles().planted())
                    .isNotEmpty();
            PictureScan.of(planted.file()).forEach(trace -> kinds.add(trace.kind()));
        }
        assertThat(kinds).isEqualTo(EnumSet.allOf(Kind.class));
    }
}
