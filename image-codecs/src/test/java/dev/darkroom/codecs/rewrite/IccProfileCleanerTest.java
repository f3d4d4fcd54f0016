package dev.darkroom.codecs.rewrite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IccProfileCleanerTest {
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    @Test
    void aProfileWithoutHiddenDataIsNotChanged() {
        assertThat(cleaned(SRGB)).isEqualTo(SRGB);
    }

    @Test
    void theDisplaysSerialNumberIsBlankedAndTheColoursStay() {
        byte[] profile = withTag("mmod", "CANARY-serial-0042");
        byte[] clean = cleaned(profile);
        assertThat(clean).hasSameSizeAs(profile);
        assertThat(new String(clean, ISO_8859_1)).doesNotContain("CANARY");
        ICC_Profile read = ICC_Profile.getInstance(clean);
        ICC_Profile original = ICC_Profile.getInstance(SRGB);
        for (int tag : new int[] {
            ICC_Profile.icSigRedColorantTag, ICC_Profile.icSigGreenTRCTag, ICC_Profile.icSigMediaWhitePointTag
        }) {
            assertThat(read.getData(tag)).isEqualTo(original.getData(tag));
        }
        assertThat(cleaned(clean)).isEqualTo(clean);
    }

    @Test
    void whatBelongsToNoTagIsBlanked() {
        byte[] padded = IccFixtures.padded(SRGB, SRGB.length + 20);
        System.arraycopy(FixtureBytes.ascii("CANARY"), 0, padded, SRGB.length + 4, 6);
        assertThat(cleaned(padded)).isEqualTo(withoutId(IccFixtures.padded(SRGB, SRGB.length + 20)));
    }

    @Test
    void entriesOfPrivateTagsLeaveTheTable() {
        byte[] profile = withTag("CANA", "CANARY-data");
        ByteBuffer.wrap(profile).putInt(132 + 12 * (ByteBuffer.wrap(profile).getInt(128) - 1) + 8, 0x43414E41);
        byte[] clean = cleaned(profile);
        assertThat(new String(clean, ISO_8859_1)).doesNotContain("CANA");
        assertThat(ByteBuffer.wrap(clean).getInt(128))
                .isEqualTo(ByteBuffer.wrap(SRGB).getInt(128) - 1);
        assertThat(cleaned(clean)).isEqualTo(clean);
    }

    @Test
    void reservedBytesOfTheHeaderAreBlanked() {
        byte[] profile = SRGB.clone();
        System.arraycopy(FixtureBytes.ascii("CANARY"), 0, profile, 100, 6);
        System.arraycopy(FixtureBytes.ascii("CANARY"), 0, profile, 84, 6);
        assertThat(cleaned(profile)).isEqualTo(withoutId(SRGB.clone()));
    }

    @Test
    void whatIsNoProfileIsDropped() {
        assertThat(IccProfileCleaner.cleaned(Bytes.wrap(FixtureBytes.ascii("CANARY".repeat(100)))))
                .isEmpty();
        assertThat(IccProfileCleaner.cleaned(Bytes.wrap(FixtureBytes.slice(SRGB, 0, SRGB.length - 1))))
                .isEmpty();
        byte[] manyTags = SRGB.clone();
        ByteBuffer.wrap(manyTags).putInt(128, Integer.MAX_VALUE);
        assertThat(IccProfileCleaner.cleaned(Bytes.wrap(manyTags))).isEmpty();
    }

    private static byte[] withoutId(byte[] profile) {
        Arrays.fill(profile, 84, 100, (byte) 0);
        return profile;
    }

    /** Renames the last tag and makes it refer to new data at the end. */
    private static byte[] withTag(String name, String data) {
        byte[] profile = IccFixtures.padded(SRGB, SRGB.length + data.length());
        System.arraycopy(FixtureBytes.ascii(data), 0, profile, SRGB.length, data.length());
        ByteBuffer buffer = ByteBuffer.wrap(profile);
        int last = 132 + 12 * (buffer.getInt(128) - 1);
        buffer.position(last);
        buffer.put(FixtureBytes.ascii(name)).putInt(SRGB.length).putInt(data.length());
        return profile;
    }

    private static byte[] cleaned(byte[] profile) {
        return IccProfileCleaner.cleaned(Bytes.copyOf(profile)).orElseThrow().toArray();
    }
}
