package dev.darkroom.bench.compare;

import dev.darkroom.bench.engine.DarkroomEngine;
import dev.darkroom.bench.engine.JobKind;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Source;
import dev.darkroom.pipeline.Pipeline;
import dev.darkroom.world.demo.GeneratedPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The photographs of a run: JPEGs of 6 to 25 megapixels. */
final class Photos {
    /** Selects files by their ICC profile. */
    enum Profile {
        ANY,
        WITH,
        WITHOUT;

        static Profile named(String name) {
            return switch (name) {
                case "any" -> ANY;
                case "with" -> WITH;
                case "without" -> WITHOUT;
                default -> throw new IllegalArgumentException("--icc is any, with or without, not " + name);
            };
        }

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A photograph and its header. */
    record Photo(Path file, ImageInfo info) {
        boolean hasProfile() {
            return info.color() instanceof ColorEncoding.Icc;
        }
    }

    private Photos() {}

    /**
     * The photographs of a folder, or generated ones if no folder is given.
     *
     * @param scratch folder for generated photographs
     */
    static List<Photo> of(Optional<Path> folder, Profile profile, Path scratch) throws IOException {
        Path from = folder.isPresent() ? folder.get() : generated(scratch.resolve("generated"));
        List<Photo> photos = new ArrayList<>();
        try (Pipeline pipeline = DarkroomEngine.pipeline(JobKind.JPEG);
                Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                info(pipeline, file).map(info -> new Photo(file, info)).ifPresent(photos::add);
            }
        }
        photos.removeIf(photo -> profile != Profile.ANY && photo.hasProfile() != (profile == Profile.WITH));
        if (photos.isEmpty()) {
            throw new IOException("no JPEG of 6 to 25 megapixels in " + from
                    + (profile == Profile.ANY ? "" : " " + profile.title() + " a profile"));
        }
        return photos;
    }

    private static Optional<ImageInfo> info(Pipeline pipeline, Path file) {
        try {
            ImageInfo info = pipeline.plan(Source.of(file)).info();
            long pixels = info.stored().pixels();
            return Optional.of(info)
                    .filter(each -> each.format() == Format.JPEG && pixels >= 6_000_000 && pixels < 25_000_000);
        } catch (ImageException notAPicture) {
            return Optional.empty();
        }
    }

    private static Path generated(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int[] size : new int[][] {{3000, 4000}, {2400, 3200}, {4000, 3000}}) {
            Path file = folder.resolve(size[0] + "x" + size[1] + ".jpg");
            if (!Files.exists(file)) {
                Files.write(file, GeneratedPhoto.jpeg(size[0], size[1]));
            }
        }
        return folder;
    }
}
