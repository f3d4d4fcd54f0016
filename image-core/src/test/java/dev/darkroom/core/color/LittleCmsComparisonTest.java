package dev.darkroom.core.color;

import static dev.darkroom.core.color.ProfileChecks.isSrgb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.color.icc.IccHeader;
import dev.darkroom.core.color.icc.IccProfile;
import dev.darkroom.core.color.icc.UnusableProfileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares our results with Little CMS, in the JDK and in libvips, for every profile in the pictures of the corpus. */
@Tag("slow")
class LittleCmsComparisonTest {
    private static final double LARGEST_MEAN = 0.5;
    private static final double LARGEST_P99 = 2;

    private interface Reference {
        byte[] toSrgb(byte[] profile, byte[] samples, IccHeader header) throws IOException;
    }

    private static Map<Bytes, String> corpusProfiles() throws IOException {
        Optional<Path> folder = CorpusProfiles.folder();
        assumeTrue(folder.isPresent(), "not applicable: there is no folder of real pictures (-Ddarkroom.corpus=DIR)");
        return CorpusProfiles.in(folder.orElseThrow());
    }

    @Test
    void theJdksLittleCmsMakesTheSameColours() throws IOException {
        compare("the JDK " + Runtime.version(), (profile, samples, header) -> JdkLcms.toSrgb(profile, samples));
    }

    @Test
    void libvipsMakesTheSameColours() throws IOException {
        assumeTrue(VipsReference.isInstalled(), "no vips on the path (Debian: libvips-tools): nothing compared");
        compare("libvips", VipsReference::toSrgb);
    }

    private static void compare(String name, Reference reference) throws IOException {
        Map<Bytes, DeltaESummary> differences = new LinkedHashMap<>();
        System.out.println("ICC profiles of the corpus against Little CMS in " + name + ": ΔE2000 mean, 99 %, largest");
        for (Map.Entry<Bytes, String> entry : corpusProfiles().entrySet()) {
            try {
                IccProfile profile = IccProfile.parse(entry.getKey());
                DeltaESummary difference = difference(entry.getKey().toArray(), profile, reference);
                differences.put(entry.getKey(), difference);
                String what = profile.description() + (isSrgb(profile) ? " [is sRGB]" : "");
                System.out.printf("%s  %-50s %s%n", difference, what, entry.getValue());
            } catch (UnusableProfileException e) {
                System.out.printf("     not used: %-57s %s%n", e.reason(), entry.getValue());
            }
        }
        SoftAssertions.assertSoftly(softly -> differences.forEach((profile, difference) -> {
            softly.assertThat(difference.mean())
                    .as("mean, profile of " + profile)
                    .isLessThanOrEqualTo(LARGEST_MEAN);
            softly.assertThat(difference.p99())
                    .as("99 %%, profile of " + profile)
                    .isLessThanOrEqualTo(LARGEST_P99);
        }));
        assertThat(differences).hasSizeGreaterThan(20);
    }

    private static DeltaESummary difference(byte[] profile, IccProfile parsed, Reference reference)
            throws IOException, UnusableProfileException {
        boolean gray = parsed.header().isGray();
        byte[] samples = gray ? ColorSamples.gray() : ColorSamples.rgb();
        byte[] ours = samples.clone();
        ColorTransform.of(parsed).apply(ours, 0, samples.length / (gray ? 1 : 3), gray ? 1 : 3);
        byte[] theirs = reference.toSrgb(profile, samples, parsed.header());
        return DeltaESummary.between(gray ? ColorSamples.asRgb(ours) : ours, theirs);
    }

    /** Except for CMYK profiles, Little CMS rejects every profile that we reject. */
    @Test
    void whatWeCannotUseTheJdkCannotUseEither() throws IOException {
        for (Map.Entry<Bytes, String> entry : corpusProfiles().entrySet()) {
            try {
                ColorTransform.of(IccProfile.parse(entry.getKey()));
            } catch (UnusableProfileException e) {
                if (!e.reason().contains("CMYK")) {
                    assertThatThrownBy(() -> JdkLcms.toSrgb(entry.getKey().toArray(), ColorSamples.rgb()))
                            .as(entry.getValue() + ": " + e.reason())
                            .isInstanceOf(RuntimeException.class);
                }
            }
        }
    }

    @Test
    void profilesThatAreSrgbAreRecognisedAndOthersAreNot() throws IOException, UnusableProfileException {
        Map<Bytes, String> profiles = corpusProfiles();
        for (Map.Entry<Bytes, String> entry : profiles.entrySet()) {
            String description;
            boolean srgb;
            try {
                IccProfile profile = IccProfile.parse(entry.getKey());
                ColorTransform.of(profile);
                description = profile.description();
                srgb = isSrgb(profile);
            } catch (UnusableProfileException e) {
                continue;
            }
            // Every corpus profile with "sRGB" in its name is sRGB, except the one of Kodak, whose table renders
            // differently.
            boolean named = description.matches("(?i).*sRGB(?! Display).*") && !description.startsWith("Display P3");
            assertThat(srgb).as(description + " of " + entry.getValue()).isEqualTo(named);
        }
    }
}
