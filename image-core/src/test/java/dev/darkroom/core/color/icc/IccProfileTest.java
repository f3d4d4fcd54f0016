package dev.darkroom.core.color.icc;

import static dev.darkroom.core.color.ProfileChecks.isSrgb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.color.ColorTransform;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class IccProfileTest {
    private static IccWriter srgb() {
        return IccWriter.srgbColorants(TagBytes.srgbCurve());
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> ColorTransform.of(IccProfile.parse(Bytes.wrap(bytes))))
                .isInstanceOf(UnusableProfileException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void headerIsRead() throws Exception {
        IccHeader header = srgb().intent(1).profile().header();
        assertThat(header.majorVersion()).isEqualTo(4);
        assertThat(header.minorVersion()).isEqualTo(4);
        assertThat(header.deviceClass()).isEqualTo("mntr");
        assertThat(header.colorSpace()).isEqualTo("RGB ");
        assertThat(header.connectionSpace()).isEqualTo("XYZ ");
        assertThat(header.renderingIntent()).isEqualTo(1);
        assertThat(header.isRgb()).isTrue();
        assertThat(header.isGray()).isFalse();
    }

    @Test
    void intentOutOfRangeIsTakenAsPerceptual() throws Exception {
        assertThat(srgb().intent(17).profile().header().renderingIntent()).isZero();
    }

    @Test
    void whitePointAndAdaptationAreRead() throws Exception {
        IccProfile profile = srgb().tag("wtpt", TagBytes.xyz(0.9505, 1, 1.089))
                .tag(
                        "chad",
                        TagBytes.type("sf32").s15f16(1, 2, 3, 4, 5, 6, 7, 8, 9).bytes())
                .profile();
        assertThat(profile.whitePoint()).containsExactly(new double[] {0.9505, 1, 1.089}, within(1e-4));
        assertThat(profile.chromaticAdaptation()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(srgb().profile().chromaticAdaptation()).isNull();
    }

    @Test
    void descriptionOfVersion2IsRead() throws Exception {
        byte[] text = TagBytes.type("desc").u32(9).text("Camera\1X\0").bytes();
        assertThat(srgb().tag("desc", text).profile().description()).isEqualTo("Camera?X");
    }

    @Test
    void descriptionOfVersion4IsReadAndMadePrintable() throws Exception {
        byte[] text = TagBytes.type("mluc")
                .u32(1, 12)
                .text("enUS")
                .u32(10, 28)
                .u16('P', 0x202e, 0x00e9, 0xd800, '3')
                .bytes();
        assertThat(srgb().tag("desc", text).profile().description()).isEqualTo("P?\u00e9?3");
    }

    @Test
    void descriptionIsShortAndNeverFails() throws Exception {
        byte[] endless =
                TagBytes.type("desc").u32(0xffffffffL).text("x".repeat(5000)).bytes();
        assertThat(srgb().tag("desc", endless).profile().description()).isEqualTo("x".repeat(100));
        byte[] outside = TagBytes.type("mluc")
                .u32(1, 12)
                .text("enUS")
                .u32(10, 0xfffffff0L)
                .bytes();
        assertThat(srgb().tag("desc", outside).profile().description()).isEmpty();
        assertThat(srgb().profile().description()).isEmpty();
    }

    @Test
    void profilesOfNoUseSayWhy() {
        assertRefused(new byte[0], "cut short");
        assertRefused(new byte[500], "no ICC signature");
        assertRefused(srgb().version(5).bytes(), "version 5");
        assertRefused(srgb().deviceClass("link").bytes(), "'link'");
        assertRefused(srgb().pcs("Luv ").bytes(), "'Luv '");
        assertRefused(IccWriter.of("CMYK").lab().bytes(), "'CMYK'");
        assertRefused(srgb().without("gTRC").bytes(), "'gTRC' is missing");
        assertRefused(srgb().without("bXYZ").bytes(), "'bXYZ' is missing");
        assertRefused(srgb().tag("rXYZ", TagBytes.gamma(2)).bytes(), "'curv' instead of XYZ");
        assertRefused(srgb().tag("rTRC", TagBytes.xyz(1, 1, 1)).bytes(), "unknown type 'XYZ '");
        assertRefused(IccWriter.of("GRAY").bytes(), "'kTRC' is missing");
    }

    @Test
    void oversizeProfileIsRefusedUnread() {
        assertRefused(new byte[IccProfile.MAX_BYTES + 1], "at most 16777216");
    }

    @Test
    void tagCountIsBounded() {
        byte[] bytes = srgb().bytes();
        ByteBuffer.wrap(bytes).putInt(128, 0x7fffffff);
        assertRefused(bytes, "2147483647 tags");
        ByteBuffer.wrap(bytes).putInt(128, TagTable.MAX_TAGS);
        assertRefused(bytes, "cut short");
    }

    @Test
    void tagOutsideTheProfileIsRefusedOnlyWhenItIsNeeded() throws Exception {
        byte[] bytes = srgb().tag("zzzz", new byte[8]).bytes();
        ByteBuffer table = ByteBuffer.wrap(bytes);
        table.putInt(132 + 12 * 6 + 4, 0xfffffff0);
        assertThat(ColorTransform.of(IccProfile.parse(Bytes.wrap(bytes))).isIdentity())
                .isTrue();
        table.putInt(132 + 12 * 3 + 8, 0xfffffff0);
        assertRefused(bytes, "'rTRC' lies outside");
    }

    @Test
    void tagsMayOverlap() throws Exception {
        byte[] bytes = srgb().bytes();
        ByteBuffer table = ByteBuffer.wrap(bytes);
        table.putInt(132 + 12 * 4 + 4, table.getInt(132 + 12 * 3 + 4));
        table.putInt(132 + 12 * 5 + 4, table.getInt(132 + 12 * 3 + 4));
        assertThat(isSrgb(IccProfile.parse(Bytes.wrap(bytes)))).isTrue();
    }

    @Test
    void headersOwnSizeIsNotBelieved() throws Exception {
        byte[] bytes = srgb().bytes();
        ByteBuffer.wrap(bytes).putInt(0, 7);
        assertThat(isSrgb(IccProfile.parse(Bytes.wrap(bytes)))).isTrue();
    }
}
