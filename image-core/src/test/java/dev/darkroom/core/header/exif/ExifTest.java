package dev.darkroom.core.header.exif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Orientation;
import dev.darkroom.core.header.ByteArrayBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExifTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void eitherByteOrderGivesTheOrientation(int value) {
        Orientation wanted = Orientation.ofExif(value);
        assertThat(Exif.orientation(Tiffs.withOrientation(value, true).bytes())).isEqualTo(wanted);
        assertThat(Exif.orientation(Tiffs.withOrientation(value, false).bytes()))
                .isEqualTo(wanted);
        assertThat(Exif.orientation(new ByteArrayBuilder()
                        .text(Exif.PREFIX)
                        .add(Tiffs.withOrientation(value, true))
                        .bytes()))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65535})
    void otherValuesAreNormal(int value) {
        assertThat(Exif.orientation(Tiffs.withOrientation(value, true).bytes())).isEqualTo(Orientation.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 33, 38, 39, 0x7FFFFFFFL, 0xFFFFFFFFL})
    void directoryOutsideTheBytesIsNormal(long offset) {
        byte[] tiff = Tiffs.withOrientation(6, true).array();
        byte[] start = new ByteArrayBuilder().u32le(offset).array();
        System.arraycopy(start, 0, tiff, 4, 4);
        assertThat(Exif.orientation(new ByteArrayBuilder().add(tiff).bytes())).isEqualTo(Orientation.NORMAL);
    }

    @Test
    void countOfEntriesThatLiesIsNotBelieved() {
        byte[] tooMany = Tiffs.withOrientation(6, true).array();
        tooMany[8] = tooMany[9] = (byte) 0xFF;
        assertThat(Exif.orientation(new ByteArrayBuilder().add(tooMany).bytes()))
                .isEqualTo(Orientation.ROTATED_90);
        byte[] tooFew = Tiffs.withOrientation(6, true).array();
        tooFew[8] = 1;
        assertThat(Exif.orientation(new ByteArrayBuilder().add(tooFew).bytes())).isEqualTo(Orientation.NORMAL);
    }

    @Test
    void nextDirectoryThatPointsBackIsNotFollowed() {
        byte[] tiff = Tiffs.withOrientation(6, true).array();
        tiff[22] = 0;
        tiff[tiff.length - 4] = 8;
        assertThat(Exif.orientation(new ByteArrayBuilder().add(tiff).bytes())).isEqualTo(Orientation.NORMAL);
    }
}
