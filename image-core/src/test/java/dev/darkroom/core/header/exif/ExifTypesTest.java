package dev.darkroom.core.header.exif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Orientation;
import dev.darkroom.core.header.ByteArrayBuilder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orientations with other types and counts than the single SHORT of the standard. */
class ExifTypesTest {
    private static final int OUTSIDE = 26;
    private static final ByteArrayBuilder NOTHING = new ByteArrayBuilder();

    @ParameterizedTest
    @CsvSource({
        "BYTE, 1, 1",
        "SHORT, 3, 2",
        "LONG, 4, 4",
        "SBYTE, 6, 1",
        "UNDEFINED, 7, 1",
        "SSHORT, 8, 2",
        "SLONG, 9, 4"
    })
    void everyIntegerTypeGivesTheOrientation(String name, int type, int size) {
        for (int value = 1; value <= 8; value++) {
            Orientation wanted = Orientation.ofExif(value);
            assertThat(read(true, type, 1, inline(true, size, value), NOTHING))
                    .as("little-endian " + name)
                    .isEqualTo(wanted);
            assertThat(read(false, type, 1, inline(false, size, value), NOTHING))
                    .as("big-endian " + name)
                    .isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "4, 4", "6, 1", "8, 2", "9, 4"})
    void theFirstOfSeveralValuesCounts(int type, int size) {
        for (boolean little : new boolean[] {true, false}) {
            for (int count = 2; count <= 5; count++) {
                ByteArrayBuilder values = new ByteArrayBuilder();
                for (int i = 0; i < count; i++) {
                    values.add(number(little, size, i == 0 ? 6 : 3));
                }
                boolean fits = size * count <= 4;
                ByteArrayBuilder field = fits ? values.zeros(4 - size * count) : number(little, 4, OUTSIDE);
                assertThat(read(little, type, count, field, fits ? NOTHING : values))
                        .as(count + " values of " + size + " bytes")
                        .isEqualTo(Orientation.ROTATED_90);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10})
    void aRationalCountsWithTheDenominatorOne(int type) {
        for (boolean little : new boolean[] {true, false}) {
            ByteArrayBuilder field = number(little, 4, OUTSIDE);
            ByteArrayBuilder whole = number(little, 4, 6).add(number(little, 4, 1));
            ByteArrayBuilder half = number(little, 4, 12).add(number(little, 4, 2));
            assertThat(read(little, type, 1, field, whole)).isEqualTo(Orientation.ROTATED_90);
            assertThat(read(little, type, 1, field, half)).isEqualTo(Orientation.NORMAL);
        }
    }

    @Test
    void anAsciiDigitCountsAndNoOtherText() {
        assertThat(read(true, 2, 2, new ByteArrayBuilder().text("6\0\0\0"), NOTHING))
                .isEqualTo(Orientation.ROTATED_90);
        assertThat(read(false, 2, 1, new ByteArrayBuilder().text("6\0\0\0"), NOTHING))
                .isEqualTo(Orientation.ROTATED_90);
        assertThat(read(true, 2, 3, new ByteArrayBuilder().text("61\0\0"), NOTHING))
                .isEqualTo(Orientation.NORMAL);
        assertThat(read(true, 2, 2, new ByteArrayBuilder().text("9\0\0\0"), NOTHING))
                .isEqualTo(Orientation.NORMAL);
        assertThat(read(true, 2, 4, new ByteArrayBuilder().text("six\0"), NOTHING))
                .isEqualTo(Orientation.NORMAL);
        assertThat(read(true, 2, 2, new ByteArrayBuilder().u8(6, 0, 0, 0), NOTHING))
                .isEqualTo(Orientation.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 12, 13, 14, 99, 65535})
    void floatsDirectoriesAndUnknownTypesAreNormal(int type) {
        for (boolean little : new boolean[] {true, false}) {
            assertThat(read(little, type, 1, inline(little, 2, 6), NOTHING)).isEqualTo(Orientation.NORMAL);
        }
    }

    /** TIFF 6.0, section 2: shorter values are left-aligned in the field, in either byte order. */
    @Test
    void valuesAtTheRightOfTheFieldAreNormal() {
        assertThat(read(false, 3, 1, new ByteArrayBuilder().u8(0, 0, 0, 6), NOTHING))
                .isEqualTo(Orientation.NORMAL);
        assertThat(read(false, 1, 1, new ByteArrayBuilder().u8(0, 0, 0, 6), NOTHING))
                .isEqualTo(Orientation.NORMAL);
        assertThat(read(true, 3, 1, new ByteArrayBuilder().u8(0, 0, 6, 0), NOTHING))
                .isEqualTo(Orientation.NORMAL);
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "1, 0", "3, 4294967295", "4, 4294967295", "5, 4294967295", "1, 4294967295", "4, 1073741825"})
    void countsWithoutValuesInTheExifAreNormal(int type, long count) {
        for (boolean little : new boolean[] {true, false}) {
            assertThat(read(little, type, count, inline(little, 2, 6), NOTHING)).isEqualTo(Orientation.NORMAL);
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 65542", "9, -6", "8, -6", "6, -6", "4, 4294967295", "3, 0", "1, 9"})
    void valuesOutOfRangeAreNormal(int type, long value) {
        int size = type == 4 || type == 9 ? 4 : type == 8 || type == 3 ? 2 : 1;
        for (boolean little : new boolean[] {true, false}) {
            assertThat(read(little, type, 1, inline(little, size, value), NOTHING))
                    .isEqualTo(Orientation.NORMAL);
        }
    }

    @Test
    void theFirstOfSeveralEntriesCountsWhateverItSays() {
        assertThat(two(6, 3)).isEqualTo(Orientation.ROTATED_90);
        assertThat(two(9, 6)).isEqualTo(Orientation.NORMAL);
    }

    @Property
    void nothingInAnEntryIsAnythingButAnOrientation(
            @ForAll boolean little, @ForAll @IntRange(max = 14) int type, @ForAll int count, @ForAll int field) {
        assertThat(read(little, type, count, number(little, 4, field), new ByteArrayBuilder().zeros(16)))
                .isNotNull();
    }

    private static Orientation two(int first, int second) {
        return Exif.orientation(new ByteArrayBuilder()
                .text("II*\0")
                .u32le(8)
                .u16le(2)
                .add(new ByteArrayBuilder().u16le(0x0112).u16le(3).u32le(1).u32le(first))
                .add(new ByteArrayBuilder().u16le(0x0112).u16le(3).u32le(1).u32le(second))
                .u32le(0)
                .bytes());
    }

    private static Orientation read(
            boolean little, int type, long count, ByteArrayBuilder field, ByteArrayBuilder outside) {
        return Exif.orientation(
                Tiffs.withEntry(little, type, count, field, outside).bytes());
    }

    private static ByteArrayBuilder inline(boolean little, int size, long value) {
        return number(little, size, value).zeros(4 - size);
    }

    private static ByteArrayBuilder number(boolean little, int size, long value) {
        return switch (size) {
            case 1 -> new ByteArrayBuilder().u8((int) value);
            case 2 -> little ? new ByteArrayBuilder().u16le((int) value) : new ByteArrayBuilder().u16((int) value);
            default -> little ? new ByteArrayBuilder().u32le(value) : new ByteArrayBuilder().u32(value);
        };
    }
}
