package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
    /** The display positions of the stored picture's first row and first column: Exif 2.32, table of tag 0x0112. */
    @ParameterizedTest
    @CsvSource({
        "1, top, left", "2, top, right", "3, bottom, right", "4, bottom, left",
        "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"
    })
    void theFirstRowAndColumnAreShownWhereExifSays(int exif, String firstRow, String firstColumn) {
        Orientation orientation = Orientation.ofExif(exif);
        assertThat(side(orientation, 0)).isEqualTo(firstRow);
        assertThat(side(orientation, 1)).isEqualTo(firstColumn);
        assertThat(orientation.exif()).isEqualTo(exif);
    }

    /** @param axis 0 for the first row, 1 for the first column */
    private static String side(Orientation orientation, int axis) {
        boolean flipped = axis == 0 ? orientation.flipsY() : orientation.flipsX();
        boolean horizontalEdge = (axis == 0) != orientation.transposes();
        return horizontalEdge ? flipped ? "bottom" : "top" : flipped ? "right" : "left";
    }

    @Test
    void anythingButOneToEightIsNormal() {
        for (int value : new int[] {0, 9, 65535, -1}) {
            assertThat(Orientation.ofExif(value)).isEqualTo(Orientation.NORMAL);
        }
    }

    @Test
    void aRegionOfTheDisplayedPictureIsFoundInTheStoredOne() {
        Size stored = new Size(100, 60);
        Region corner = new Region(10, 5, 20, 30);
        assertThat(Orientation.ROTATED_90.toStored(corner, stored)).isEqualTo(new Region(5, 60 - 10 - 20, 30, 20));
        assertThat(Orientation.ROTATED_180.toStored(corner, stored)).isEqualTo(new Region(70, 25, 20, 30));
    }
}
