package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.world.RegisteredAsset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesIT {
    @ParameterizedTest(name = "{0}: {1} x {2} becomes {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    small                  |  399 |  300 | original=399x300
                    exactly a thumb's size |  400 |  250 | original=400x250
                    medium                 | 1000 |  750 | thumb=400x300 original=1000x750
                    large, landscape       | 2000 | 1000 | thumb=400x200 medium=1200x600 original=2000x1000
                    large, portrait        | 1000 | 2000 | thumb=200x400 medium=600x1200 original=1000x2000
                    large, square          | 2500 | 2500 | thumb=400x400 medium=1200x1200 large=2400x2400 original=2500x2500
                    just not too large     | 4000 |   20 | thumb=400x2 medium=1200x6 large=2400x12 original=4000x20
                    very large             | 4001 | 3000 | thumb=400x300 medium=1200x900 large=2400x1800
                    """)
    void variantsFollowTheSize(String kind, int width, int height, String expected) throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(QuadrantPictures.jpeg(width, height), "image/jpeg");
            RegisteredAsset asset = TaskAssertions.success(fixture, env, fixture.run(env));
            assertThat(asset.names().stream()
                            .map(name -> name + "=" + TaskAssertions.size(asset, name))
                            .collect(Collectors.joining(" ")))
                    .isEqualTo(expected);
            if (height > 20) {
                asset.variants().forEach(variant -> TaskAssertions.quadrants(variant, 12));
            }
        }
    }

    @ParameterizedTest(name = "VARIANTS={0} MAX_ORIGINAL_DIMENSION={1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    tiny=64,wide=500     | 4000 | tiny=64x32 wide=500x250 original=600x300
                    tiny=64,wide=5000    |  599 | tiny=64x32
                    wide=5000,other=6000 |  599 | other=600x300
                    """)
    void thereIsAlwaysOneVariant(String variants, String maxOriginal, String expected) throws Exception {
        try (WorkerFixture fixture = WorkerFixture.set()) {
            Map<String, String> env = fixture.upload(QuadrantPictures.jpeg(600, 300), "image/jpeg");
            env.put("VARIANTS", variants);
            env.put("MAX_ORIGINAL_DIMENSION", maxOriginal);
            RegisteredAsset asset = TaskAssertions.success(fixture, env, fixture.run(env));
            assertThat(asset.names().stream().map(name -> name + "=" + TaskAssertions.size(asset, name)))
                    .isEqualTo(Arrays.asList(expected.split(" ")));
        }
    }
}
