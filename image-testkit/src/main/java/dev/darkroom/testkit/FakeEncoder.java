package dev.darkroom.testkit;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Orientation;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.Encoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.RasterSpec;
import java.util.ArrayList;
import java.util.List;

/** An encoder that collects bands into a {@link FakePicture}. */
final class FakeEncoder implements Encoder {
    private final Format format;
    private final RasterSpec spec;
    private final Memory.Charge charge;
    private final List<byte[]> planes = new ArrayList<>();
    private int rows;

    FakeEncoder(Format format, RasterSpec spec, Memory.Charge charge) {
        this.format = format;
        this.spec = spec;
        this.charge = charge;
        for (int plane = 0; plane < spec.layout().planes(); plane++) {
            planes.add(
                    new byte
                            [spec.layout().rowBytes(plane, spec.width())
                                    * spec.layout().planeHeight(plane, spec.height())]);
        }
    }

    @Override
    public void accept(Band band) throws ImageException {
        if (band.top() != rows) {
            throw ImageException.defect("band at " + band.top() + " after " + rows + " rows", null);
        }
        Layout layout = spec.layout();
        for (int index = 0; index < planes.size(); index++) {
            Plane plane = band.planes().get(index);
            int first = band.top() >> layout.shiftY(index);
            for (int row = 0; row < plane.rows(); row++) {
                plane.readRow(row, planes.get(index), (first + row) * plane.rowBytes());
            }
        }
        rows += band.rows();
    }

    @Override
    public Bytes finish() throws ImageException {
        if (rows != spec.height()) {
            throw ImageException.defect("finished after " + rows + " of " + spec.height() + " rows", null);
        }
        return new FakePicture(format, spec, Orientation.NORMAL, planes).toBytes();
    }

    @Override
    public void close() {
        charge.close();
    }
}
