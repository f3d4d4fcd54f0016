package dev.darkroom.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.core.signature.Signature;
import dev.darkroom.svg.raster.DrawnPixels;
import dev.darkroom.testkit.Corpus;
import dev.darkroom.testkit.CorpusFile;
import dev.darkroom.testkit.ExternalProgram;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests with every SVG of the corpus. Deviations are listed in corpus-exceptions.tsv with their reasons. */
@Tag("slow")
class SvgCorpusTest {
    private Corpus corpus;
    private final Set<String> deviations = new TreeSet<>();

    @BeforeEach
    void findIt() {
        Optional<Corpus> found = Corpus.find();
        if (found.isEmpty()) {
            System.out.println("skipped: no folder of real SVGs is at hand");
        }
        assumeTrue(found.isPresent(), "not applicable: there is no folder of real pictures (-Ddarkroom.corpus=DIR)");
        corpus = found.get();
    }

    @Test
    void cleanFilesAreAcceptedAndStayCleanFiles() throws Exception {
        int drawn = 0;
        List<CorpusFile> files = files("svg/clean/");
        for (CorpusFile file : files) {
            Bytes source = Bytes.wrap(corpus.read(file));
            try {
                Bytes clean = checked(file, source);
                check(file, "size", HeaderReader.read(Format.SVG, clean).equals(HeaderReader.read(Format.SVG, source)));
                drawn++;
                DrawnPixels.draw(source, 400);
            } catch (ImageException e) {
                deviations.add(file.path() + "\t" + (drawn(source) ? "raster" : "sanitize"));
            }
        }
        System.out.println("SVG corpus: " + drawn + " of " + files.size() + " clean files accepted");
        assertListed(Set.of("sanitize", "size", "raster"));
    }

    @Test
    void hostileFilesAreSanitizedOrRejectedWithTheReason() throws Exception {
        int sanitized = 0;
        int rejected = 0;
        List<CorpusFile> files = files("svg/hostile/");
        for (CorpusFile file : files) {
            try {
                checked(file, Bytes.wrap(corpus.read(file)));
                sanitized++;
                check(file, "rejected", !file.verdict().equals("reject"));
            } catch (ImageException e) {
                rejected++;
                assertThat(e.failure().message()).isNotBlank();
                check(file, "accepted", !file.verdict().equals("ok"));
            }
        }
        System.out.println("SVG corpus: of " + files.size() + " hostile files " + sanitized + " sanitized, " + rejected
                + " rejected, none let through");
        assertListed(Set.of("rejected", "accepted"));
    }

    @Test
    void hostileFilesAreDrawnInsideTheirMemoryOrRefused() throws Exception {
        int drawn = 0;
        List<CorpusFile> files = files("svg/hostile/");
        for (CorpusFile file : files) {
            try {
                DrawnPixels.draw(Bytes.wrap(corpus.read(file)), 400);
                drawn++;
            } catch (ImageException e) {
                assertThat(e.failure().message()).isNotBlank();
            }
        }
        System.out.println("SVG corpus: " + drawn + " of " + files.size() + " hostile files drawn, the others refused");
    }

    @Test
    void cleanFilesLookTheSameToLibrsvg() throws Exception {
        int same = 0;
        List<CorpusFile> files = files("svg/clean/");
        for (CorpusFile file : files) {
            byte[] source = corpus.read(file);
            Optional<byte[]> before = librsvg(source);
            Optional<byte[]> after = Optional.empty();
            try {
                after = librsvg(SanitizerFixture.of(Bytes.wrap(source)).toArray());
            } catch (ImageException e) {
                assertThat(isGzip(source))
                        .as(file.path() + ": " + e.getMessage())
                        .isTrue();
            }
            boolean equal = before.isPresent() == after.isPresent()
                    && (before.isEmpty() || !RenderedPngs.visiblyDiffer(before.get(), after.get()));
            same += equal ? 1 : 0;
            check(file, "picture", equal || isGzip(source));
        }
        System.out.println("SVG corpus: " + same + " of " + files.size() + " clean files look the same to librsvg");
        assertThat(same).isGreaterThanOrEqualTo(files.size() * 99 / 100);
        assertListed(Set.of("picture"));
    }

    private static Optional<byte[]> librsvg(byte[] svg) {
        return ExternalProgram.run(svg, "rsvg-convert", "-w", "400", "-h", "400", "--keep-aspect-ratio");
    }

    private List<CorpusFile> files(String folder) {
        List<CorpusFile> files = corpus.files().stream()
                .filter(file -> file.path().startsWith(folder))
                .toList();
        assertThat(files).hasSizeGreaterThan(100);
        return files;
    }

    private static Bytes checked(CorpusFile file, Bytes source) throws ImageException {
        Bytes clean = SanitizerFixture.of(source);
        assertThat(ActiveContent.in(clean.toArray())).as(file.path()).isEmpty();
        assertThat(SanitizerFixture.of(clean)).as(file.path()).isEqualTo(clean);
        assertThat(Signature.of(clean)).as(file.path()).contains(Format.SVG);
        return clean;
    }

    private static boolean drawn(Bytes source) {
        try {
            SanitizerFixture.of(source);
            return true;
        } catch (ImageException e) {
            return false;
        }
    }

    private static boolean isGzip(byte[] source) {
        return source[0] == 0x1F;
    }

    private void check(CorpusFile file, String what, boolean holds) {
        if (!holds) {
            deviations.add(file.path() + "\t" + what);
        }
    }

    /** Checks that the deviations and the list are equal. */
    private void assertListed(Set<String> checks) throws Exception {
        List<String> listed = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(SvgCorpusTest.class.getResourceAsStream("corpus-exceptions.tsv"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] cells = line.split("\t", -1);
                assertThat(cells).as(line).hasSize(3);
                if (checks.contains(cells[1])) {
                    listed.add(cells[0] + "\t" + cells[1]);
                }
            }
        }
        assertThat(deviations).containsExactlyInAnyOrderElementsOf(listed);
    }
}
