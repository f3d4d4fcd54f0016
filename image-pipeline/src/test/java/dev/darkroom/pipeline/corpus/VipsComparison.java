package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.pipeline.corpus.CorpusPipeline.Produced;
import dev.darkroom.testkit.Corpus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares a few produced files with the renderings of libvips. All files are in one folder during the comparison. */
final class VipsComparison {
    private final Corpus corpus;
    private final Path folder;
    private final List<Produced> produced = new ArrayList<>();
    private final List<Path> toDecode = new ArrayList<>();
    /** Files to convert, by rendering intent. */
    private final Map<String, List<Path>> toConvert = new HashMap<>();

    private final Set<Path> converted = new HashSet<>();

    /** All comparisons: file, variant, difference, allowed difference. */
    private final List<String> figures = new ArrayList<>();

    VipsComparison(Corpus corpus, Path folder) {
        this.corpus = corpus;
        this.folder = folder;
    }

    int size() {
        return produced.size();
    }

    List<String> figures() {
        return figures;
    }

    /** Moves the renditions of a file from memory to disk. */
    void add(Produced file) throws IOException {
        if (!(file.outcome() instanceof Outcome.Completed completed)) {
            return;
        }
        int number = produced.size();
        produced.add(file);
        boolean inks = ProfileUse.isInks(completed);
        Optional<String> intent = ProfileUse.intent(completed);
        List<Path> withUpload =
                intent.isEmpty() || inks ? toDecode : toConvert.computeIfAbsent(intent.get(), i -> new ArrayList<>());
        for (Rendition rendition : completed.renditions()) {
            boolean plain = rendition.name().equals(CorpusPipeline.FULL);
            Path target = folder.resolve(number + "-" + rendition.name() + (plain ? ".v" : ""));
            try (OutputStream out = Files.newOutputStream(target)) {
                rendition.bytes().writeTo(out);
            }
            if (!plain) {
                (rendition.name().equals(CorpusPipeline.CLEAN) ? withUpload : toDecode).add(target);
            }
        }
        Path upload = Files.createSymbolicLink(folder.resolve(number + "-upload"), corpus.locate(file.file()));
        withUpload.add(upload);
        if (inks) {
            VipsRenderer.inksToRgb(upload, intent, folder.resolve(number + "-upload-rgb.v"));
        }
    }

    /** Compares all files that were added, and clears the list. */
    List<Deviation> compare() throws IOException {
        VipsRenderer.upright(toDecode);
        toConvert.forEach((intent, files) -> VipsRenderer.uprightSrgb(files, intent));
        List<Deviation> deviations = new ArrayList<>();
        for (int number = 0; number < produced.size(); number++) {
            if (produced.get(number).outcome() instanceof Outcome.Completed completed) {
                String prefix = folder.resolve(number + "-").toString();
                compare(prefix, produced.get(number).file().path(), completed, deviations);
            }
        }
        clear();
        return deviations;
    }

    private void compare(String prefix, String path, Outcome.Completed completed, List<Deviation> deviations) {
        ImageInfo info = completed.info();
        Path upload = Path.of(prefix + "upload.v");
        Path reference = ProfileUse.isInks(completed) ? Path.of(prefix + "upload-rgb.v") : upload;
        if (!Files.exists(upload) || !Files.exists(reference)) {
            deviations.add(new Deviation(path, "reference", "libvips cannot read the upload"));
            return;
        }
        List<Rendition> renditions = new ArrayList<>(completed.renditions());
        // The rewritten copy is compared as stored, before the reference gets the conversions that libvips omits.
        renditions.sort(Comparator.comparing(rendition -> !rendition.name().equals(CorpusPipeline.CLEAN)));
        VipsPixels expected = VipsPixels.map(reference);
        for (Rendition rendition : renditions) {
            boolean clean = rendition.name().equals(CorpusPipeline.CLEAN);
            if (!clean && info.color() instanceof ColorEncoding.Gamma gamma && converted.add(reference)) {
                PngGammaReference.toSrgb(expected, gamma);
            }
            Path ours = Path.of(prefix + rendition.name() + ".v");
            if (!Files.exists(ours)) {
                deviations.add(new Deviation(path, rendition.name(), "libvips cannot read the rendition"));
                continue;
            }
            VipsPixels asked = clean ? VipsPixels.map(upload) : resized(reference, expected, rendition);
            compare(path, rendition, VipsPixels.map(ours), asked, Tolerance.of(rendition.name(), info), deviations);
        }
    }

    private void compare(
            String path,
            Rendition rendition,
            VipsPixels ours,
            VipsPixels expected,
            Tolerance tolerance,
            List<Deviation> deviations) {
        if (!ours.toString().equals(rendition.size().toString()) || !ours.sameSize(expected)) {
            String found = ours + " instead of " + expected + ", called " + rendition.size();
            deviations.add(new Deviation(path, rendition.name(), found));
            return;
        }
        PixelDifference difference = PixelDifference.between(ours, expected);
        boolean holds = tolerance.holds(difference);
        figures.add(String.join("\t", path, rendition.name(), holds ? "within" : "OUTSIDE", difference.toString()));
        if (!holds) {
            deviations.add(new Deviation(path, rendition.name(), difference + "; allowed: " + tolerance));
        }
    }

    private static VipsPixels resized(Path file, VipsPixels picture, Rendition rendition) {
        if (rendition.size().toString().equals(picture.toString())) {
            return picture;
        }
        Path smaller = Path.of(file + "-" + rendition.size() + ".v");
        return Files.exists(smaller)
                ? VipsPixels.map(smaller)
                : VipsRenderer.resize(file, picture, rendition.size(), smaller);
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        produced.clear();
        toDecode.clear();
        toConvert.clear();
        converted.clear();
    }
}
