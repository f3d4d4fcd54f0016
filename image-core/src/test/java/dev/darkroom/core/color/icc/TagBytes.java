package dev.darkroom.core.color.icc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleUnaryOperator;

/** Builds the data of single tags for {@link IccWriter}. It follows the specification and shares no code with the reader. */
public final class TagBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public static TagBytes type(String signature) {
        return new TagBytes().text(signature).u32(0);
    }

    TagBytes u8(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    TagBytes u16(int... values) {
        for (int value : values) {
            u8(value >> 8, value);
        }
        return this;
    }

    public TagBytes u32(long... values) {
        for (long value : values) {
            u16((int) (value >> 16), (int) value);
        }
        return this;
    }

    TagBytes s15f16(double... values) {
        for (double value : values) {
            u32(Math.round(value * 65536));
        }
        return this;
    }

    public TagBytes text(String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    TagBytes raw(byte[] data) {
        out.writeBytes(data);
        return this;
    }

    /** Appends a 16-bit table of a curve over 0…1. */
    TagBytes table16(int entries, DoubleUnaryOperator curve) {
        for (int i = 0; i < entries; i++) {
            u16((int) Math.round(65535 * curve.applyAsDouble(i / (entries - 1.0))));
        }
        return this;
    }

    TagBytes table8(int entries, DoubleUnaryOperator curve) {
        for (int i = 0; i < entries; i++) {
            u8((int) Math.round(255 * curve.applyAsDouble(i / (entries - 1.0))));
        }
        return this;
    }

    int size() {
        return out.size();
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    public static byte[] xyz(double x, double y, double z) {
        return type("XYZ ").s15f16(x, y, z).bytes();
    }

    public static byte[] gamma(double gamma) {
        return type("curv").u32(1).u16((int) Math.round(256 * gamma)).bytes();
    }

    public static byte[] sampled(int entries, DoubleUnaryOperator curve) {
        return type("curv").u32(entries).table16(entries, curve).bytes();
    }

    public static byte[] parametric(int function, double... parameters) {
        return type("para").u16(function, 0).s15f16(parameters).bytes();
    }

    public static byte[] srgbCurve() {
        return parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
    }
}
