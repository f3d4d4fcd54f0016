package dev.darkroom.core.color;

import dev.darkroom.core.color.icc.IccHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second reference: libvips with its own Little CMS. It needs Debian's {@code libvips-tools}. */
final class VipsReference {
    private static final List<String> INTENTS = List.of("perceptual", "relative", "saturation", "relative");

    private VipsReference() {}

    static boolean isInstalled() {
        try {
            return run(List.of("vips", "--version")) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Converts interleaved device samples to interleaved sRGB with the rendering intent of the profile's header. */
    static byte[] toSrgb(byte[] profile, byte[] samples, IccHeader header) throws IOException {
        Path folder = Files.createTempDirectory("color-reference");
        try {
            Path icc = Files.write(folder.resolve("profile.icc"), profile);
            Path in = folder.resolve(header.isGray() ? "in.pgm" : "in.ppm");
            Path out = folder.resolve("out.ppm");
            int pixels = samples.length / header.channels();
            byte[] head = ((header.isGray() ? "P5 " : "P6 ") + pixels + " 1 255\n").getBytes(StandardCharsets.US_ASCII);
            byte[] file = Arrays.copyOf(head, head.length + samples.length);
            System.arraycopy(samples, 0, file, head.length, samples.length);
            Files.write(in, file);
            int exit = run(List.of(
                    "vips",
                    "icc_transform",
                    in.toString(),
                    out.toString(),
                    "srgb",
                    "--input-profile",
                    icc.toString(),
                    "--intent",
                    INTENTS.get(header.renderingIntent())));
            if (exit != 0) {
                throw new IOException("vips icc_transform ended with " + exit);
            }
            byte[] result = Files.readAllBytes(out);
            return Arrays.copyOfRange(result, result.length - 3 * pixels, result.length);
        } finally {
            for (String name : new String[] {"profile.icc", "in.pgm", "in.ppm", "out.ppm"}) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static int run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                throw new IOException(command.get(0) + " does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
