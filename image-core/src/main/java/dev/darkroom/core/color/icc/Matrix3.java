package dev.darkroom.core.color.icc;

/** A 3 × 3 matrix in row order. It is not modified after creation. */
public final class Matrix3 {
    public final double[] m;

    private Matrix3(double[] m) {
        this.m = m;
    }

    public static Matrix3 rows(double... nine) {
        return new Matrix3(nine.clone());
    }

    public static Matrix3 columns(double[] a, double[] b, double[] c) {
        return rows(a[0], b[0], c[0], a[1], b[1], c[1], a[2], b[2], c[2]);
    }

    public static Matrix3 diagonal(double a, double b, double c) {
        return rows(a, 0, 0, 0, b, 0, 0, 0, c);
    }

    public double[] times(double x, double y, double z) {
        return new double[] {
            m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z
        };
    }

    /** The product that applies {@code first} and then this matrix. */
    public Matrix3 times(Matrix3 first) {
        double[] r = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int k = 0; k < 3; k++) {
                    r[3 * row + column] += m[3 * row + k] * first.m[3 * k + column];
                }
            }
        }
        return new Matrix3(r);
    }

    public double determinant() {
        return m[0] * cofactor(4, 8, 5, 7) - m[1] * cofactor(3, 8, 5, 6) + m[2] * cofactor(3, 7, 4, 6);
    }

    /** The determinant must not be zero. */
    public Matrix3 inverse() {
        double d = 1 / determinant();
        return rows(
                d * cofactor(4, 8, 5, 7),
                d * cofactor(2, 7, 1, 8),
                d * cofactor(1, 5, 2, 4),
                d * cofactor(5, 6, 3, 8),
                d * cofactor(0, 8, 2, 6),
                d * cofactor(2, 3, 0, 5),
                d * cofactor(3, 7, 4, 6),
                d * cofactor(1, 6, 0, 7),
                d * cofactor(0, 4, 1, 3));
    }

    private double cofactor(int a, int b, int c, int d) {
        return m[a] * m[b] - m[c] * m[d];
    }
}
