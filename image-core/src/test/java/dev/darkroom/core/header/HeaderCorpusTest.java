package dev.darkroom.core.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.signature.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares headers with the results of libvips and exiftool for the corpus. The test is skipped with a message if there is no corpus. */
@Tag("slow")
class HeaderCorpusTest {
    private static final Set<Format> PARSED = Set.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP);

    private Path folder = Path.of("");
    private List<CorpusRow> rows = List.of();

    @BeforeEach
    void findCorpus() throws IOException {
        Path found = CorpusRow.folder().orElse(null);
        if (found == null) {
            System.out.println("HeaderCorpusTest: no corpus found, nothing compared (-Ddarkroom.corpus=DIR)");
        }
        assumeTrue(found != null, "not applicable: there is no folder of real pictures (-Ddarkroom.corpus=DIR)");
        folder = found;
        rows = CorpusRow.all(found);
    }

    @Test
    void headersAgreeWithTheManifest() throws IOException {
        Map<String, String> exceptions = exceptions("header-exceptions.tsv");
        Map<String, int[]> counts = new TreeMap<>();
        Map<String, String> deviations = new TreeMap<>();
        for (CorpusRow row : rows) {
            Format format = row.known().filter(PARSED::contains).orElse(null);
            if (!row.isOk() || format == null) {
                continue;
            }
            Bytes bytes = row.bytes(folder);
            String sniffed = Signature.of(bytes).map(Format::title).orElse("nothing known");
            String is = sniffed + " " + read(format, bytes);
            boolean agrees = is.equals(format.title() + " " + row.facts());
            counts.computeIfAbsent(row.directory(), d -> new int[2])[agrees ? 0 : 1]++;
            if (!agrees) {
                deviations.put(row.path(), "manifest: " + row.facts() + "; header: " + is);
            }
        }
        counts.forEach((directory, n) -> System.out.println(
                "HeaderCorpusTest: " + directory + ": " + n[0] + " agree, " + n[1] + " are listed exceptions"));
        assertThat(deviations).containsOnlyKeys(exceptions.keySet());
        assertThat(counts.values().stream().mapToInt(n -> n[0]).sum()).isGreaterThan(500);
    }

    @Test
    void filesToBeRefusedOrToleratedGiveAnInfoOrAnImageException() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (CorpusRow row : rows) {
            if (!row.isOk()) {
                Bytes bytes = row.bytes(folder);
                Format format = Signature.of(bytes).filter(PARSED::contains).orElse(null);
                String result =
                        format == null ? "not parsed" : read(format, bytes).startsWith("refused") ? "refused" : "read";
                counts.merge(row.directory() + " " + row.expected().split(":")[0] + ": " + result, 1, Integer::sum);
            }
        }
        counts.forEach((what, n) -> System.out.println("HeaderCorpusTest: " + what + " " + n));
        assertThat(counts).isNotEmpty();
    }

    @Test
    void signaturesAgreeWithTheManifest() throws IOException {
        Map<String, String> deviations = new TreeMap<>();
        int agree = 0;
        for (CorpusRow row : rows) {
            Format known = row.known().orElse(null);
            Format sniffed = Signature.of(row.bytes(folder)).orElse(null);
            boolean whole =
                    !row.expected().startsWith("reject:") || row.expected().startsWith("reject:unsupported format");
            if (known == sniffed) {
                agree++;
            } else if (whole && known != null) {
                deviations.put(row.path(), "manifest: " + row.format() + "; signature: " + sniffed);
            }
        }
        System.out.println("HeaderCorpusTest: " + agree + " of " + rows.size() + " signatures agree");
        assertThat(deviations)
                .containsOnlyKeys(exceptions("signature-exceptions.tsv").keySet());
    }

    private static String read(Format format, Bytes bytes) {
        try {
            return CorpusRow.facts(HeaderReader.read(format, bytes));
        } catch (ImageException e) {
            return "refused: " + e.getMessage();
        }
    }

    private static Map<String, String> exceptions(String name) throws IOException {
        try (InputStream in = HeaderCorpusTest.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        }
    }
}
