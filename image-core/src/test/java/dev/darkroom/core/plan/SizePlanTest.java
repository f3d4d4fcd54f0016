package dev.darkroom.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Encoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Limits;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import dev.darkroom.core.Variant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SizePlanTest {
    private static final Limits LIMITS = Limits.untrusted();
    /** The reference worker's variants. */
    private static final List<Variant> WORKER = List.of(
            Variant.named("thumb").limit(400).onlyIfLarger(),
            Variant.named("medium").limit(1200).onlyIfLarger(),
            Variant.named("large").limit(2400).onlyIfLarger(),
            Variant.rewritten("original").onlyUpTo(4000));

    private static ImageInfo picture(int width, int height, Orientation orientation) {
        return new ImageInfo(
                Format.JPEG,
                new Size(width, height),
                orientation,
                1,
                false,
                ColorModel.RGB,
                ColorEncoding.SRGB,
                8,
                false,
                false);
    }

    private static SizePlan plan(int width, int height, Orientation orientation) throws ImageException {
        return SizePlan.of(picture(width, height, orientation), WORKER, Encoding.source(), LIMITS);
    }

    private static List<String> names(SizePlan plan) {
        return plan.variants().stream().map(PlannedVariant::name).toList();
    }

    @Test
    void aSmallPictureHasItsOriginalAlone() throws ImageException {
        assertThat(names(plan(400, 300, Orientation.NORMAL))).containsExactly("original");
        assertThat(names(plan(401, 300, Orientation.NORMAL))).containsExactly("thumb", "original");
    }

    @Test
    void aVeryLargePictureHasNoOriginal() throws ImageException {
        assertThat(names(plan(4000, 3000, Orientation.NORMAL))).containsExactly("thumb", "medium", "large", "original");
        assertThat(names(plan(4001, 3000, Orientation.NORMAL))).containsExactly("thumb", "medium", "large");
    }

    @Test
    void thereIsAlwaysOneVariantUnderTheLargestVariantsName() throws ImageException {
        List<Variant> odd = List.of(
                Variant.named("huge").limit(9000).onlyIfLarger(),
                Variant.named("big").limit(6000).onlyIfLarger(),
                Variant.rewritten("original").onlyUpTo(100));
        SizePlan plan = SizePlan.of(picture(5000, 4000, Orientation.NORMAL), odd, Encoding.source(), LIMITS);
        assertThat(plan.variants()).singleElement().satisfies(only -> {
            assertThat(only.name()).isEqualTo("huge");
            assertThat(only.size()).isEqualTo(new Size(5000, 4000));
        });
    }

    @Test
    void aVariantOfOtherFormatsOnlyIsLeftOut() throws ImageException {
        List<Variant> logo = List.of(
                Variant.rewritten("original").onlyFrom(Format.SVG),
                Variant.named("sm").limit(400).onlyFrom(Format.PNG, Format.JPEG));
        SizePlan plan = SizePlan.of(picture(900, 900, Orientation.NORMAL), logo, Encoding.webp(), LIMITS);
        assertThat(names(plan)).containsExactly("sm");
        assertThat(logo.get(1).limit(300).onlyIfLarger().applies(picture(300, 300, Orientation.NORMAL), false))
                .isFalse();
    }

    @Property
    void orientationSwapsTheSidesExactlyOnce(
            @ForAll @IntRange(min = 1, max = 9000) int width,
            @ForAll @IntRange(min = 1, max = 9000) int height,
            @ForAll Orientation orientation)
            throws ImageException {
        Size displayed = orientation.apply(new Size(width, height));
        SizePlan turned = plan(width, height, orientation);
        SizePlan upright = plan(displayed.width(), displayed.height(), Orientation.NORMAL);
        assertThat(turned.variants()).isEqualTo(upright.variants());
        assertThat(turned.smallestRaster()).isEqualTo(orientation.apply(upright.smallestRaster()));
    }

    @Property
    void theSmallestRasterServesEveryVariantAndIsNoLargerThanThePicture(
            @ForAll @IntRange(min = 1, max = 9000) int width,
            @ForAll @IntRange(min = 1, max = 9000) int height,
            @ForAll @IntRange(min = 1, max = 3000) int box)
            throws ImageException {
        ImageInfo info = picture(width, height, Orientation.NORMAL);
        SizePlan plan = SizePlan.of(
                info,
                List.of(Variant.named("a").limit(box), Variant.named("b").cover(box, box / 2 + 1)),
                Encoding.jpeg(),
                LIMITS);
        assertThat(info.stored().covers(plan.smallestRaster())).isTrue();
        for (PlannedVariant variant : plan.variants()) {
            Placement place = variant.placement();
            double shown = plan.smallestRaster().width() * place.crop().width() / width;
            assertThat(shown).isGreaterThan(place.content().width() - 1.001);
        }
    }

    @Test
    void picturesOverTheLimitsAreRefusedWithBothNumbers() {
        assertThatThrownBy(() -> plan(30_000, 30_000, Orientation.NORMAL))
                .isInstanceOf(ImageException.class)
                .hasMessage("pixel limit: 900000000 > 100000000");
        assertThatThrownBy(() -> plan(70_000, 1, Orientation.NORMAL)).hasMessage("side limit: 70000 > 65535");
    }

    @Test
    void theSourcesOwnFormatIsKeptWhereItCanBeWritten() {
        assertThat(Encoding.source().resolve(picture(1, 1, Orientation.NORMAL)).format())
                .contains(Format.JPEG);
        ImageInfo gif = new ImageInfo(
                Format.GIF,
                new Size(1, 1),
                Orientation.NORMAL,
                9,
                true,
                ColorModel.PALETTE,
                ColorEncoding.SRGB,
                8,
                true,
                false);
        assertThat(Encoding.source().resolve(gif).format()).contains(Format.PNG);
        ImageInfo lossless = new ImageInfo(
                Format.WEBP,
                new Size(1, 1),
                Orientation.NORMAL,
                1,
                true,
                ColorModel.RGB,
                ColorEncoding.SRGB,
                8,
                true,
                false);
        assertThat(Encoding.source().resolve(lossless).lossless()).isTrue();
    }
}
