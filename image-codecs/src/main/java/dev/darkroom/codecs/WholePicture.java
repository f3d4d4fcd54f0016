package dev.darkroom.codecs;

import dev.darkroom.core.ImageException;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.RasterSpec;

/** All rows of an interleaved picture in one array without padding, for encoders that need the complete picture at once. */
public final class WholePicture implements AutoCloseable {
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    private final RasterSpec spec;
    private final byte[] samples;
    private final Memory.Charge charge;
    private int rows;

    private WholePicture(RasterSpec spec, byte[] samples, Memory.Charge charge) {
        this.spec = spec;
        this.samples = samples;
        this.charge = charge;
    }

    /**
     * @param encoderBytes bytes that the encoder allocates in addition; charged together with the picture
     * @throws ImageException unsupported if the picture does not fit into one array
     */
    public static WholePicture open(RasterSpec spec, long encoderBytes, Memory memory) throws ImageException {
        if (spec.bytes() > LONGEST_ARRAY) {
            throw ImageException.unsupported("a picture of " + spec.size() + " does not fit into one array");
        }
        Memory.Charge charge = memory.charge(spec.bytes() + encoderBytes);
        return new WholePicture(spec, new byte[(int) spec.bytes()], charge);
    }

    public void accept(Band band) {
        int rowBytes = rowBytes();
        for (int y = 0; y < band.rows(); y++) {
            band.plane().readRow(y, samples, (band.top() + y) * rowBytes);
        }
        rows += band.rows();
    }

    /**
     * The interleaved samples, row after row.
     *
     * @throws IllegalStateException if rows are missing
     */
    public byte[] samples() {
        if (rows != spec.height()) {
            throw new IllegalStateException(rows + " of " + spec.height() + " rows were given");
        }
        return samples;
    }

    public int rowBytes() {
        return spec.layout().rowBytes(0, spec.width());
    }

    @Override
    public void close() {
        charge.close();
    }
}
