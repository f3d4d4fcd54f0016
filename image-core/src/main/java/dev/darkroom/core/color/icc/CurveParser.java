package dev.darkroom.core.color.icc;

/** Reads curveType and parametricCurveType, as a complete tag or in a sequence inside lutAToBType. */
final class CurveParser {
    private CurveParser() {}

    static Curve parse(IccBytes tag) throws UnusableProfileException {
        return switch (tag.signature(0)) {
            case "curv" -> sampled(tag);
            case "para" -> parametric(tag);
            default -> throw new UnusableProfileException("a curve is of the unknown type '" + tag.signature(0) + "'");
        };
    }

    /** Reads {@code count} consecutive curves. Each starts at a multiple of four bytes. */
    static Curve[] parseRow(IccBytes bytes, int count) throws UnusableProfileException {
        Curve[] curves = new Curve[count];
        long at = 0;
        for (int i = 0; i < count; i++) {
            IccBytes rest = bytes.from(at);
            curves[i] = parse(rest);
            at += size(rest) + 3 & ~3L;
        }
        return curves;
    }

    private static Curve sampled(IccBytes tag) throws UnusableProfileException {
        long count = tag.u32(8);
        if (count == 0) {
            return Curve.IDENTITY;
        }
        if (count == 1) {
            return Curve.power(tag.u16(12) / 256.0);
        }
        return SampledCurve.of(tag, 12, count, 2);
    }

    private static Curve parametric(IccBytes tag) throws UnusableProfileException {
        int type = tag.u16(8);
        double[] parameters = new double[ParametricCurve.parameters(type)];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = tag.s15f16(12 + 4L * i);
        }
        return ParametricCurve.of(type, parameters);
    }

    private static long size(IccBytes curve) throws UnusableProfileException {
        return curve.signature(0).equals("curv")
                ? 12 + 2 * curve.u32(8)
                : 12 + 4L * ParametricCurve.parameters(curve.u16(8));
    }
}
