package dev.darkroom.codecs;

import dev.darkroom.testkit.ExternalProgram;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Third-party decoders and encoders from Debian packages. */
public final class ReferenceCodecs {
    private static final Pattern PNM = Pattern.compile("(P[56])\\s+(?:#.*\\n)*(\\d+)\\s+(\\d+)\\s+255\\s");

    private ReferenceCodecs() {}

    /** Decodes the first frame with ImageMagick to 8-bit RGBA. */
    public static Optional<Pixels> imageMagick(byte[] file, String kind, String... options) {
        List<String> command = new ArrayList<>(List.of("convert", kind + ":-[0]"));
        command.addAll(List.of(options));
        command.addAll(List.of("-depth", "8", "-type", "TrueColorAlpha", "pam:-"));
        return ExternalProgram.run(file, command.toArray(String[]::new)).map(ReferenceCodecs::netpbm);
    }

    public static Optional<Pixels> djpeg(byte[] file) {
        return ExternalProgram.run(file, "djpeg", "-pnm").map(ReferenceCodecs::netpbm);
    }

    /** Decodes with libvips and converts with the embedded profile to sRGB. */
    public static Optional<Pixels> vipsToSrgb(byte[] file) {
        return ExternalProgram.run(
                        file, "vips", "icc_transform", "stdin", ".ppm", "srgb", "--embedded", "--intent", "relative")
                .map(ReferenceCodecs::netpbm);
    }

    /** Decodes with libvips. For an animation, decodes the first frame on its canvas. */
    public static Optional<Pixels> vips(byte[] file) {
        return ExternalProgram.run(file, "vips", "copy", "stdin", ".png").flatMap(png -> imageMagick(png, "png"));
    }

    /** Encodes a picture, including alpha, with {@code cwebp}. */
    public static byte[] cwebp(byte[] png, String... options) {
        List<String> command = new ArrayList<>(List.of("cwebp", "-quiet"));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", "-", "--", "-"));
        return ExternalProgram.run(png, command.toArray(String[]::new)).orElseThrow();
    }

    public static Optional<Pixels> dwebp(byte[] file) {
        return ExternalProgram.run(file, "dwebp", "-quiet", "-pam", "-o", "-", "--", "-")
                .map(ReferenceCodecs::netpbm);
    }

    /** Parses 8-bit PGM, PPM and PAM. */
    static Pixels netpbm(byte[] data) {
        String text = new String(data, 0, Math.min(data.length, 300), StandardCharsets.ISO_8859_1);
        if (text.startsWith("P7")) {
            int start = text.indexOf("ENDHDR\n") + 7;
            return pixels(data, start, number(text, "WIDTH "), number(text, "HEIGHT "), number(text, "DEPTH "));
        }
        Matcher header = PNM.matcher(text);
        if (!header.lookingAt()) {
            throw new AssertionError("not a PGM or PPM: " + text.substring(0, Math.min(20, text.length())));
        }
        int channels = header.group(1).equals("P5") ? 1 : 3;
        int width = Integer.parseInt(header.group(2));
        return pixels(data, header.end(), width, Integer.parseInt(header.group(3)), channels);
    }

    private static Pixels pixels(byte[] data, int start, int width, int height, int channels) {
        Pixels pixels = Pixels.empty(width, height, channels);
        System.arraycopy(data, start, pixels.samples(), 0, pixels.samples().length);
        return pixels;
    }

    public static byte[] pnm(Pixels pixels) {
        Pixels rgb = pixels.channels() == 1 ? pixels : pixels.rgb();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String magic = rgb.channels() == 1 ? "P5" : "P6";
        out.writeBytes(
                (magic + "\n" + rgb.width() + " " + rgb.height() + "\n255\n").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(rgb.samples());
        return out.toByteArray();
    }

    private static int number(String text, String key) {
        int from = text.indexOf(key) + key.length();
        return Integer.parseInt(text.substring(from, text.indexOf('\n', from)).trim());
    }
}
