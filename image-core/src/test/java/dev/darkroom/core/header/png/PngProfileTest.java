package dev.darkroom.core.header.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.header.ByteArrayBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngProfileTest {
    @ParameterizedTest
    @ValueSource(ints = {132, 133, 528, 3144, 557_168})
    void profileIsInflatedToItsStatedLength(int length) {
        byte[] profile = new byte[length];
        new Random(1).nextBytes(profile);
        System.arraycopy(new ByteArrayBuilder().u32(length).array(), 0, profile, 0, 4);
        assertThat(inflate("name", profile)).isEqualTo(Bytes.wrap(profile));
    }

    @Test
    void bytesAfterTheStatedLengthAreNotInflated() {
        Bytes profile = inflate("name", Pngs.statedLength(200, 40_000_000));
        assertThat(profile).isEqualTo(Bytes.wrap(Pngs.statedLength(200, 200)));
    }

    @Test
    void bombIsNoProfile() {
        assertThat(inflate("name", Pngs.statedLength(8 << 20, 8 << 20)))
                .as("compresses too well")
                .isNull();
        assertThat(inflate("name", Pngs.statedLength((16 << 20) + 1, 4096)))
                .as("too long")
                .isNull();
        assertThat(inflate("name", Pngs.statedLength(-1, 4096)))
                .as("stated as 4 GiB")
                .isNull();
    }

    @Test
    void profileThatEndsEarlyOrIsNoneIsNoProfile() {
        assertThat(inflate("name", Pngs.statedLength(1000, 999))).isNull();
        assertThat(inflate("name", Pngs.statedLength(131, 200))).isNull();
        assertThat(inflate("name", new byte[10])).isNull();
        assertThat(PngProfile.inflate(
                        new ByteArrayBuilder().text("name\0\0").zeros(50).bytes()))
                .as("not zlib")
                .isNull();
        assertThat(PngProfile.inflate(new ByteArrayBuilder().text("name\0\0").bytes()))
                .isNull();
        assertThat(PngProfile.inflate(new ByteArrayBuilder().text("name").bytes()))
                .isNull();
        assertThat(PngProfile.inflate(Bytes.empty())).isNull();
        assertThat(inflate("n".repeat(80), Pngs.statedLength(200, 200)))
                .as("name too long")
                .isNull();
        assertThat(inflate("n".repeat(79), Pngs.statedLength(200, 200))).isNotNull();
    }

    private static Bytes inflate(String name, byte[] profile) {
        return PngProfile.inflate(new ByteArrayBuilder()
                .text(name)
                .u8(0, 0)
                .add(Pngs.deflate(profile))
                .bytes());
    }
}
