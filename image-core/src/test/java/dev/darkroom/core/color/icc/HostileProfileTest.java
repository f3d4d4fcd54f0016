package dev.darkroom.core.color.icc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorEncoding.Chromaticities;
import dev.darkroom.core.color.ColorConversion;
import dev.darkroom.core.color.ColorSamples;
import dev.darkroom.core.color.ColorTransform;
import dev.darkroom.core.color.Primaries;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Untrusted bytes give a transform or an exception with a reason, and need little memory. */
@Tag("slow")
class HostileProfileTest {
    private static final byte[][] SEEDS = {
        IccWriter.srgbColorants(TagBytes.srgbCurve())
                .tag("desc", TagBytes.type("desc").u32(4).text("abc\0").bytes())
                .bytes(),
        IccWriter.srgbColorants(TagBytes.sampled(40, x -> x * x)).bytes(),
        IccWriter.of("GRAY").tag("kTRC", TagBytes.gamma(2)).bytes(),
        IccWriter.of("GRAY")
                .tag("A2B0", LutBytes.lut16(1, 4, x -> x, x -> x, (r, g, b) -> new double[] {r, g, b}))
                .bytes(),
        IccWriter.of("RGB ")
                .lab()
                .tag("A2B0", LutBytes.lut8(3, (r, g, b) -> new double[] {r, g, b}))
                .bytes(),
        IccWriter.of("RGB ")
                .lab()
                .tag("A2B0", LutBytes.lut16(3, x -> x, x -> x, (r, g, b) -> new double[] {r, g, b}))
                .bytes(),
        IccWriter.of("RGB ").tag("A2B0", aToB()).bytes(),
    };

    private static byte[] aToB() {
        return LutBytes.aToB(
                TagBytes.gamma(2),
                2,
                1,
                (r, g, b) -> new double[] {r, g, b},
                TagBytes.parametric(4, 2, 1, 0, 1, 0, 0, 0),
                new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0},
                TagBytes.sampled(5, x -> x));
    }

    /** Accepts a transform or an exception with a reason. Any other exception leaves this method and fails the property. */
    private static void use(byte[] bytes) {
        for (int components : new int[] {1, 3}) {
            ColorConversion conversion = ColorTransform.from(new ColorEncoding.Icc(Bytes.wrap(bytes)), components);
            byte[] row = ColorSamples.gray();
            conversion.transform().apply(row, 0, row.length / components, components);
            if (conversion instanceof ColorConversion.Ignored ignored) {
                assertThat(ignored.warning()).matches("[ -~]{20,200}");
            }
        }
    }

    @Property(tries = 300)
    void randomBytesAfterAHeader(@ForAll @Size(max = 600) byte[] tail, @ForAll @IntRange(max = 6) int seed) {
        byte[] bytes = Arrays.copyOf(SEEDS[seed], 128 + tail.length);
        System.arraycopy(tail, 0, bytes, 128, tail.length);
        use(bytes);
    }

    @Property(tries = 300)
    void randomBytes(@ForAll @Size(max = 2000) byte[] bytes) {
        use(bytes);
    }

    @Property(tries = 1500)
    void mutatedProfiles(@ForAll @IntRange(max = 6) int seed, @ForAll long randomness) {
        byte[] bytes = SEEDS[seed].clone();
        Random random = new Random(randomness);
        int changes = 1 + random.nextInt(12);
        for (int i = 0; i < changes; i++) {
            // Most bytes of a profile are samples. The structure is in its first bytes and at the start of each tag.
            int range = i % 3 == 0 ? bytes.length : Math.min(bytes.length, 350);
            bytes[random.nextInt(range)] = (byte) random.nextInt();
        }
        use(bytes);
    }

    @Example
    void everyTruncation() {
        for (byte[] seed : SEEDS) {
            int step = Math.max(1, seed.length / 200);
            for (int length = 0; length < seed.length; length += step) {
                use(Arrays.copyOf(seed, length));
            }
        }
    }

    /** Nine curves and a grid share the same 16 MB. Copying them would need about 300 MB. */
    @Example
    void overlappingTagsTakeNoMemory() throws Exception {
        int size = IccProfile.MAX_BYTES;
        int head = 132 + 12;
        byte[] small = IccWriter.of("RGB ").tag("A2B0", new byte[4]).bytes();
        byte[] bytes = Arrays.copyOf(small, size);
        int samples = (size - head) / 2 - 200;
        byte[] table = TagBytes.type("mAB ")
                .u8(3, 3, 0, 0)
                .u32(32, 0, 32, 32 + 3 * 24, 32)
                .raw(TagBytes.type("curv").u32(0).bytes())
                .raw(TagBytes.type("curv").u32(0).bytes())
                .raw(TagBytes.type("curv").u32(samples).bytes())
                .bytes();
        System.arraycopy(table, 0, bytes, head, table.length);
        System.arraycopy(new TagBytes().u32(head, size - head).bytes(), 0, bytes, 136, 8);
        System.arraycopy(new TagBytes().u8(100, 100, 100).bytes(), 0, bytes, head + 104, 3);
        bytes[head + 104 + 16] = 2;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Bytes profile = Bytes.wrap(bytes);
        IccProfile.parse(Bytes.wrap(SEEDS[6])).lut();
        long before = threads.getCurrentThreadAllocatedBytes();
        Lut lut = IccProfile.parse(profile).lut();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(lut).isNotNull();
        assertThat(lut.stages()).hasSize(4);
        assertThat(allocated).isLessThan(1 << 20);
        use(bytes);
    }

    @Property(tries = 500)
    void anyChromaticities(@ForAll("coordinates") double[] c, @ForAll double gamma) {
        Chromaticities chromaticities = new Chromaticities(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
        ColorConversion conversion = ColorTransform.from(new ColorEncoding.Gamma(gamma, chromaticities), 3);
        byte[] row = ColorSamples.rgb();
        conversion.transform().apply(row, 0, row.length / 3, 3);
        try {
            for (double entry : Primaries.toSrgb(chromaticities).m) {
                assertThat(entry).isFinite();
            }
        } catch (UnusableProfileException e) {
            assertThat(e.reason()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<double[]> coordinates() {
        return Arbitraries.oneOf(Arbitraries.doubles(), Arbitraries.doubles().between(0, 1))
                .array(double[].class)
                .ofSize(8);
    }

    @Property(tries = 500)
    void anyCodePoints(@ForAll @IntRange(max = 255) int primaries, @ForAll @IntRange(max = 24) int transfer) {
        for (int components : new int[] {1, 3}) {
            ColorConversion conversion = ColorTransform.from(new ColorEncoding.Cicp(primaries, transfer), components);
            byte[] row = ColorSamples.gray();
            conversion.transform().apply(row, 0, 80, components);
        }
    }
}
