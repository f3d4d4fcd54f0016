package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.pipeline.corpus.Production.Produced;
import dev.darkroom.testkit.Corpus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A handful of produced files beside what libvips makes of the same uploads. Everything lies in one folder while it is compared. */
final class Comparison {
    private final Corpus corpus;
    private final Path folder;
    private final List<Produced> produced = new ArrayList<>();
    private final List<Path> toDecode = new ArrayList<>();

    /** Every comparison made: file, variant, difference, allowed. */
    private final List<String> figures = new ArrayList<>();

    Comparison(Corpus corpus, Path folder) {
        this.corpus = corpus;
        this.folder = folder;
    }

    int size() {
        return produced.size();
    }

    List<String> figures() {
        return figures;
    }

    /** Takes a file's renditions out of memory and onto the disk. */
    void add(Produced file) throws IOException {
        if (!(file.outcome() instanceof Outcome.Completed completed)) {
            return;
        }
        int number = produced.size();
        produced.add(file);
        for (Rendition rendition : completed.renditions()) {
            Path target = folder.resolve(number + "-" + rendition.name());
            try (OutputStream out = Files.newOutputStream(target)) {
                rendition.bytes().writeTo(out);
            }
            toDecode.add(target);
        }
        Path original = Files.createSymbolicLink(folder.resolve(number + "-upload"), corpus.locate(file.file()));
        if (isInksWithoutProfile(completed.info())) {
            Path rgb = folder.resolve(number + "-upload-rgb");
            Vips.inksToRgb(original, rgb);
            toDecode.add(rgb);
        } else {
            toDecode.add(original);
        }
        toDecode.add(original);
    }

    /** Compares all that was added, and forgets it. */
    List<Deviation> compare() throws IOException {
        Vips.upright(toDecode);
        List<Deviation> deviations = new ArrayList<>();
        for (int number = 0; number < produced.size(); number++) {
            if (produced.get(number).outcome() instanceof Outcome.Completed completed) {
                compare(number, produced.get(number).file().path(), completed, deviations);
            }
        }
        clear();
        return deviations;
    }

    private void compare(int number, String path, Outcome.Completed completed, List<Deviation> deviations) {
        ImageInfo info = completed.info();
        Path decoded = folder.resolve(number + (isInksWithoutProfile(info) ? "-upload-rgb.v" : "-upload.v"));
        if (!Files.exists(decoded)) {
            deviations.add(new Deviation(path, "reference", "libvips cannot read the upload"));
            return;
        }
        Picture reference = Picture.map(decoded);
        for (Rendition rendition : completed.renditions()) {
            Path ours = folder.resolve(number + "-" + rendition.name() + ".v");
            if (!Files.exists(ours)) {
                deviations.add(new Deviation(path, rendition.name(), "libvips cannot read the rendition"));
                continue;
            }
            Picture expected = rendition.name().equals(Production.CLEAN)
                    ? Picture.map(folder.resolve(number + "-upload.v"))
                    : expected(decoded, reference, rendition, info);
            compare(path, rendition, Picture.map(ours), expected, Tolerance.of(rendition.name(), info), deviations);
        }
    }

    private void compare(
            String path,
            Rendition rendition,
            Picture ours,
            Picture expected,
            Tolerance tolerance,
            List<Deviation> deviations) {
        if (!ours.toString().equals(rendition.size().toString()) || !ours.sameSize(expected)) {
            String found = ours + " instead of " + expected + ", called " + rendition.size();
            deviations.add(new Deviation(path, rendition.name(), found));
            return;
        }
        Difference difference = Difference.between(ours, expected);
        boolean holds = tolerance.holds(difference);
        figures.add(String.join("\t", path, rendition.name(), holds ? "within" : "OUTSIDE", difference.toString()));
        if (!holds) {
            deviations.add(new Deviation(path, rendition.name(), difference + "; allowed: " + tolerance));
        }
    }

    private Picture expected(Path decoded, Picture reference, Rendition rendition, ImageInfo info) {
        if (info.color() instanceof ColorEncoding.Gamma gamma) {
            // in the file too, which the smaller sizes are made from
            PngLight.toSrgb(reference, gamma);
        }
        boolean same = rendition.size().toString().equals(reference.toString());
        return same
                ? reference
                : Vips.resize(
                        decoded,
                        reference,
                        rendition.size().width(),
                        rendition.size().height(),
                        Vips.beside(decoded, "smaller.v"));
    }

    private static boolean isInksWithoutProfile(ImageInfo info) {
        boolean inks = info.model() == ColorModel.CMYK || info.model() == ColorModel.YCCK;
        return inks
                && !(info.color() instanceof ColorEncoding.Icc icc
                        && icc.profile().startsWith("CMYK", 16));
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        produced.clear();
        toDecode.clear();
    }
}
