package dev.darkroom.core.color.icc;

/** One step of a lookup-table profile: curves, a matrix or a grid. It works in place on three values. Gray uses the first one. */
interface LutStage {
    void apply(double[] v);

    static LutStage curves(Curve... curves) {
        return v -> {
            for (int i = 0; i < curves.length; i++) {
                v[i] = curves[i].at(v[i]);
            }
        };
    }

    static LutStage matrix(Matrix3 matrix, double... offset) {
        return v -> {
            double[] r = matrix.times(v[0], v[1], v[2]);
            for (int i = 0; i < 3; i++) {
                v[i] = Curve.finite(r[i] + offset[i]);
            }
        };
    }
}
