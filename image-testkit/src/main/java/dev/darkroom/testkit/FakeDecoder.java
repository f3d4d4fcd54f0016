package dev.darkroom.testkit;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.spi.codec.Raster;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A decoder of fake pictures. It overwrites each band's buffer after the call, because the receiver only borrows the band. */
final class FakeDecoder implements Decoder {
    private static final byte OVERWRITTEN = 0x55;

    private final FakePicture picture;
    private final int rowsPerBand;

    FakeDecoder(FakePicture picture, int rowsPerBand) {
        this.picture = picture;
        this.rowsPerBand = rowsPerBand;
    }

    @Override
    public ImageInfo info() {
        return picture.info();
    }

    @Override
    public DecodeReport prepare(DecodeHint hint) {
        return new DecodeReport(picture.spec(), Raster.bytes(picture.spec()), Duration.ZERO);
    }

    @Override
    public void decode(BandSink sink, Memory memory) throws ImageException {
        int height = picture.spec().height();
        try (Raster raster = Raster.allocate(picture.spec(), memory)) {
            for (int top = 0; top < height; top += Math.min(rowsPerBand, height)) {
                int rows = Math.min(rowsPerBand, height - top);
                sink.accept(new Band(picture.spec(), top, rows, planes(raster, top, rows)));
                overwrite(raster.plane(0).buffer());
            }
        }
    }

    /** Overwrites all planes. They share one buffer, on the heap or direct. */
    private static void overwrite(ByteBuffer pixels) {
        for (int i = 0; i < pixels.capacity(); i++) {
            pixels.put(i, OVERWRITTEN);
        }
    }

    private List<Plane> planes(Raster raster, int top, int rows) {
        Layout layout = picture.spec().layout();
        List<Plane> planes = new ArrayList<>();
        for (int index = 0; index < layout.planes(); index++) {
            Plane plane = raster.plane(index).rows(top >> layout.shiftY(index), layout.planeHeight(index, rows));
            int first = top >> layout.shiftY(index);
            for (int row = 0; row < plane.rows(); row++) {
                plane.writeRow(row, picture.planes().get(index), (first + row) * plane.rowBytes());
            }
            planes.add(plane);
        }
        return planes;
    }

    @Override
    public void close() {
        // nothing to free
    }
}
