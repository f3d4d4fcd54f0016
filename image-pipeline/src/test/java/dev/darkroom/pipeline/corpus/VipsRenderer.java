package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The reference decoder, colour engine and resampler: Debian's {@code libvips-tools}, and ImageMagick for CMYK without a profile. */
final class VipsRenderer {
    private static final long TIMEOUT_SECONDS = 300;

    private VipsRenderer() {}

    static boolean isInstalled() {
        return onPath("vips") && onPath("vipsthumbnail") && onPath("convert");
    }

    /** Decodes each file and turns it upright into {@code name.v} beside it. A file that libvips cannot read gets none. */
    static void upright(List<Path> files) {
        run(thumbnails(List.of(), "1000000x1000000>", "%s.v", files));
    }

    /**
     * Like {@link #upright}, but also converts to 8-bit sRGB through the profiles of the files. Not for files without a profile: libvips
     * 8.14 spoils their colours.
     *
     * @param intent such as {@code "perceptual"}; a file whose profile has no table for it is not converted
     */
    static void uprightSrgb(List<Path> files, String intent) {
        run(thumbnails(List.of("--export-profile", "srgb", "--intent", intent), "1000000x1000000>", "%s.v", files));
    }

    private static List<String> thumbnails(List<String> options, String size, String output, List<Path> files) {
        List<String> command = new ArrayList<>(List.of("vipsthumbnail", "--size", size, "--output", output));
        command.addAll(options);
        files.forEach(file -> command.add(file.toString()));
        return command;
    }

    /** Converts CMYK through its profile with libvips, or without a profile with ImageMagick. */
    static void inksToRgb(Path file, Optional<String> intent, Path to) {
        if (intent.isPresent()) {
            run(List.of(
                    "vips",
                    "icc_transform",
                    file.toString(),
                    to.toString(),
                    "srgb",
                    "--embedded",
                    "--intent",
                    intent.get()));
        } else {
            Path png = beside(to, "inks.png");
            run(List.of(
                    "convert",
                    file.toString(),
                    "+profile",
                    "*",
                    "-auto-orient",
                    "-colorspace",
                    "sRGB",
                    "png24:" + png));
            run(List.of("vips", "copy", png.toString(), to.toString()));
        }
    }

    /** Resizes to exactly this size, with Lanczos3 on premultiplied pixels, for the last factor of four. */
    static VipsPixels resize(Path from, VipsPixels picture, Size size, Path to) {
        Path source = from;
        if (picture.hasAlpha()) {
            Path premultiplied = beside(to, "premultiplied.v");
            run(List.of("vips", "premultiply", from.toString(), premultiplied.toString()));
            source = premultiplied;
        }
        Path resized = picture.hasAlpha() ? beside(to, "resized.v") : to;
        run(List.of(
                "vips",
                "resize",
                source.toString(),
                resized.toString(),
                String.valueOf((double) size.width() / picture.width()),
                "--vscale",
                String.valueOf((double) size.height() / picture.height()),
                "--kernel",
                "lanczos3",
                "--gap",
                "4"));
        if (picture.hasAlpha()) {
            Path straight = beside(to, "straight.v");
            run(List.of("vips", "unpremultiply", resized.toString(), straight.toString()));
            run(List.of("vips", "cast", straight.toString(), to.toString(), "uchar"));
        }
        return VipsPixels.map(to);
    }

    /** Like {@link #upright} or {@link #uprightSrgb}, but reduced to fit a square, as a PNG. */
    static void thumbnail(Path file, Optional<String> intent, int side, Path png) {
        List<String> options = intent.map(name -> List.of("--export-profile", "srgb", "--intent", name))
                .orElse(List.of());
        run(thumbnails(options, side + "x" + side + ">", png.toString(), List.of(file)));
    }

    /** Draws pairs of pictures with their names on a background on which halos and holes are visible. */
    static void montage(List<String> pictures, Path sheet) {
        List<String> command = new ArrayList<>(List.of("montage", "-pointsize", "8", "-label", "%t"));
        command.addAll(pictures);
        command.addAll(List.of("-tile", "6x", "-geometry", "300x300+4+4", "-background", "#88a0b8", sheet.toString()));
        run(command);
    }

    static Path beside(Path file, String name) {
        return file.resolveSibling(name);
    }

    /** @return whether the command succeeded */
    static boolean run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException(command.get(0) + " does not end");
                }
                return process.exitValue() == 0;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean onPath(String tool) {
        for (String folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return true;
            }
        }
        return false;
    }
}
