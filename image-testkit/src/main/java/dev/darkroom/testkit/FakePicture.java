package dev.darkroom.testkit;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.RasterSpec;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * An uncompressed picture with the magic bytes of a real format, for the fake codecs. File layout: magic bytes, width and height (4 bytes
 * each), orientation, channels and range (1 byte each), then the planes without padding.
 *
 * @param planes rows without padding, one array per plane
 */
public record FakePicture(Format format, RasterSpec spec, Orientation orientation, List<byte[]> planes) {
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER = 11;

    /** Creates a picture. The function gives the sample {@code (x, y)} of channel {@code c} of plane {@code p}. */
    public static FakePicture of(
            Format format, Size size, Layout layout, Orientation orientation, SampleFunction samples) {
        RasterSpec spec = RasterSpec.of(size, layout);
        List<byte[]> planes = new ArrayList<>();
        for (int plane = 0; plane < layout.planes(); plane++) {
            int columns = layout.planeWidth(plane, size.width());
            int rows = layout.planeHeight(plane, size.height());
            int channels = layout.channelsPerPlane();
            byte[] bytes = new byte[columns * rows * channels];
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++) {
                    for (int c = 0; c < channels; c++) {
                        bytes[(y * columns + x) * channels + c] = (byte) samples.at(x, y, plane, c);
                    }
                }
            }
            planes.add(bytes);
        }
        return new FakePicture(format, spec, orientation, planes);
    }

    /** A function that returns a sample, 0 to 255. */
    @FunctionalInterface
    public interface SampleFunction {
        int at(int x, int y, int plane, int channel);
    }

    public int sample(int x, int y, int plane, int channel) {
        Layout layout = spec.layout();
        int at = (y * layout.planeWidth(plane, spec.width()) + x) * layout.channelsPerPlane() + channel;
        return planes.get(plane)[at] & 0xFF;
    }

    public ImageInfo info() {
        ColorModel model = spec.layout().equals(Layout.GRAY) ? ColorModel.GRAY : ColorModel.RGB;
        return new ImageInfo(
                format,
                spec.size(),
                orientation,
                1,
                spec.layout().hasAlpha(),
                model,
                ColorEncoding.SRGB,
                8,
                true,
                false);
    }

    public Bytes toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(magic(format));
        for (int value : new int[] {spec.width(), spec.height()}) {
            out.writeBytes(new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value});
        }
        out.write(orientation.exif());
        out.write(spec.layout().channels().ordinal());
        out.write(spec.layout().range().ordinal());
        planes.forEach(out::writeBytes);
        return Bytes.wrap(out.toByteArray());
    }

    public static FakePicture parse(Format format, Bytes bytes) throws ImageException {
        int at = magic(format).length;
        if (bytes.length() < at + HEADER) {
            throw ImageException.malformed("the fake picture ends in its header");
        }
        Size size = new Size((int) bytes.u32(at), (int) bytes.u32(at + 4));
        Layout layout = new Layout(
                Layout.Channels.values()[bytes.u8(at + 9)],
                Layout.Range.values()[bytes.u8(at + 10)],
                Layout.Siting.CENTER);
        RasterSpec spec = RasterSpec.of(size, layout);
        if (bytes.length() - at - HEADER < spec.bytes()) {
            throw ImageException.malformed("the fake picture ends in its pixels");
        }
        List<byte[]> planes = new ArrayList<>();
        int from = at + HEADER;
        for (int plane = 0; plane < layout.planes(); plane++) {
            int length = layout.rowBytes(plane, size.width()) * layout.planeHeight(plane, size.height());
            planes.add(bytes.slice(from, length).toArray());
            from += length;
        }
        return new FakePicture(format, spec, Orientation.ofExif(bytes.u8(at + 8)), planes);
    }

    private static byte[] magic(Format format) {
        return switch (format) {
            case JPEG -> JPEG;
            case PNG -> PNG;
            default -> throw new IllegalArgumentException("there is no fake " + format);
        };
    }
}
