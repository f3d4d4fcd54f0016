package dev.darkroom.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.Size;
import dev.darkroom.core.Sizing;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class SizingPropertiesTest {
    private static final int MAX = Integer.MAX_VALUE;

    @Property
    void noRuleEnlargesContent(@ForAll("sizes") Size picture, @ForAll("sizes") Size box) {
        for (Sizing sizing : rules(box)) {
            Placement place = Placement.of(sizing, picture);
            assertThat((double) place.content().width())
                    .isLessThanOrEqualTo(Math.max(1, Math.ceil(place.crop().width())));
            assertThat((double) place.content().height())
                    .isLessThanOrEqualTo(Math.max(1, Math.ceil(place.crop().height())));
        }
    }

    @Property
    void aLimitIsMetExactlyByTheLongestSideOfALargerPicture(@ForAll("sizes") Size picture, @ForAll("sides") int limit) {
        Size size = Placement.of(Sizing.limit(limit), picture).canvas();
        assertThat(size.longest()).isEqualTo(Math.min(limit, picture.longest()));
    }

    @Property
    void aBoxIsNeverLeftAndOneSideMeetsIt(@ForAll("sizes") Size picture, @ForAll("sizes") Size box) {
        Size size =
                Placement.of(Sizing.within(box.width(), box.height()), picture).canvas();
        assertThat(box.covers(size)).isTrue();
        assertThat(size.equals(picture) || size.width() == box.width() || size.height() == box.height())
                .isTrue();
    }

    @Property
    void theAspectIsKeptWithinHalfAPixel(@ForAll("sizes") Size picture, @ForAll("sides") int limit) {
        Size size = Placement.of(Sizing.limit(limit), picture).canvas();
        double scale = (double) size.longest() / picture.longest();
        double exact = picture.shortest() * scale;
        assertThat((double) size.shortest()).isCloseTo(Math.max(1, exact), within(0.5 + 1e-6));
    }

    @Property
    void aLargerBoxNeverGivesASmallerVariant(
            @ForAll("sizes") Size picture, @ForAll("sizes") Size box, @ForAll("sizes") Size more) {
        Size small =
                Placement.of(Sizing.within(box.width(), box.height()), picture).canvas();
        Size large = Placement.of(
                        Sizing.within(Math.max(box.width(), more.width()), Math.max(box.height(), more.height())),
                        picture)
                .canvas();
        assertThat(large.covers(small)).isTrue();
    }

    @Property
    void sizingAVariantAgainChangesNothing(@ForAll("sizes") Size picture, @ForAll("sizes") Size box) {
        for (Sizing sizing : rules(box)) {
            Size once = Placement.of(sizing, picture).content();
            if (!(sizing instanceof Sizing.Cover)) {
                assertThat(Placement.of(sizing, once).content()).isEqualTo(once);
            }
        }
    }

    @Property
    void transposingThePictureAndTheBoxTransposesTheVariant(@ForAll("sizes") Size picture, @ForAll("sizes") Size box) {
        Size upright =
                Placement.of(Sizing.within(box.width(), box.height()), picture).canvas();
        Size lying = Placement.of(Sizing.within(box.height(), box.width()), picture.transposed())
                .canvas();
        assertThat(lying).isEqualTo(upright.transposed());
    }

    @Property
    void coverFillsItsBoxExactlyWhenThePictureIsLargeEnough(@ForAll("sizes") Size picture, @ForAll("sizes") Size box) {
        Placement place = Placement.of(Sizing.cover(box.width(), box.height()), picture);
        assertThat(place.crop().left() + place.crop().width()).isLessThanOrEqualTo(picture.width() * (1 + 1e-12));
        assertThat(place.crop().top() + place.crop().height()).isLessThanOrEqualTo(picture.height() * (1 + 1e-12));
        if (picture.covers(box)) {
            assertThat(place.canvas()).isEqualTo(box);
        } else {
            assertThat(box.covers(place.canvas())).isTrue();
        }
    }

    @Property
    void padAlwaysGivesItsBoxWithTheContentInTheMiddle(@ForAll("sizes") Size picture, @ForAll("sizes") Size box) {
        Placement place = Placement.of(Sizing.pad(box.width(), box.height()), picture);
        assertThat(place.canvas()).isEqualTo(box);
        int right = box.width() - place.left() - place.content().width();
        int bottom = box.height() - place.top() - place.content().height();
        assertThat(right - place.left()).isBetween(0, 1);
        assertThat(bottom - place.top()).isBetween(0, 1);
    }

    private static Sizing[] rules(Size box) {
        return new Sizing[] {
            Sizing.limit(box.width()),
            Sizing.within(box.width(), box.height()),
            Sizing.cover(box.width(), box.height()),
            Sizing.pad(box.width(), box.height()),
            Sizing.original()
        };
    }

    /** Common side lengths, and the limits of {@code int}. */
    @Provide
    Arbitrary<Integer> sides() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(1, 10_000)),
                Tuple.of(1, Arbitraries.of(1, 2, 3, MAX, MAX - 1, MAX / 2)),
                Tuple.of(1, Arbitraries.integers().between(1, MAX)));
    }

    @Provide
    Arbitrary<Size> sizes() {
        return Combinators.combine(sides(), sides()).as(Size::new);
    }
}
