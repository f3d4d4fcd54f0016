package dev.darkroom.core.header.svg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import java.util.OptionalDouble;

/**
 * The size of an SVG in CSS pixels, read from the root tag. The rules apply in this order (CSS 2.2, section 10.3.2): width and height if
 * both are absolute lengths; one of them and the aspect ratio of the viewBox; the size of the viewBox; otherwise 300 x 150. A zero, a
 * negative number and an invalid length are ignored.
 *
 * @param width positive; may be larger than the largest picture
 * @param height positive; may be larger than the largest picture
 */
public record SvgHeader(double width, double height) {
    /** Maximum number of bytes in which the parser searches for the root tag. */
    static final int LOOK_AHEAD = 128 * 1024;

    private static final double DEFAULT_WIDTH = 300;
    private static final double DEFAULT_HEIGHT = 150;

    public static SvgHeader read(Bytes file) throws ImageException {
        String text = XmlText.start(file, LOOK_AHEAD);
        SvgRoot root = SvgRoot.read(text, XmlProlog.of(text).root());
        OptionalDouble width = SvgLength.pixels(root.attributes().get("width"));
        OptionalDouble height = SvgLength.pixels(root.attributes().get("height"));
        double[] box = viewBox(root.attributes().getOrDefault("viewBox", ""));
        if (box.length == 0) {
            return new SvgHeader(width.orElse(DEFAULT_WIDTH), height.orElse(DEFAULT_HEIGHT));
        }
        if (width.isEmpty() && height.isEmpty()) {
            return new SvgHeader(box[0], box[1]);
        }
        return new SvgHeader(
                width.orElseGet(() -> height.getAsDouble() * box[0] / box[1]),
                height.orElseGet(() -> width.getAsDouble() * box[1] / box[0]));
    }

    /** Width and height; empty unless there are four finite numbers and the last two are above zero. */
    private static double[] viewBox(String text) {
        String[] parts = text.strip().split("[\\s,]+", 5);
        if (parts.length != 4) {
            return new double[0];
        }
        double[] numbers = new double[4];
        for (int i = 0; i < 4; i++) {
            if (parts[i].length() > 400 || !parts[i].matches("[+-]?[0-9]*\\.?[0-9]*([eE][+-]?[0-9]{1,9})?")) {
                return new double[0];
            }
            try {
                numbers[i] = Double.parseDouble(parts[i]);
            } catch (NumberFormatException e) {
                return new double[0];
            }
            if (Double.isInfinite(numbers[i])) {
                return new double[0];
            }
        }
        return numbers[2] > 0 && numbers[3] > 0 ? new double[] {numbers[2], numbers[3]} : new double[0];
    }

    public ImageInfo info() {
        return new ImageInfo(
                Format.SVG,
                new Size(pixels(width), pixels(height)),
                Orientation.NORMAL,
                1,
                true,
                ColorModel.RGB,
                ColorEncoding.SRGB,
                8,
                true,
                false);
    }

    /** Infinity and NaN become the largest value, which exceeds any limit. */
    private static int pixels(double length) {
        return length < Integer.MAX_VALUE ? (int) Math.max(1, Math.round(length)) : Integer.MAX_VALUE;
    }
}
