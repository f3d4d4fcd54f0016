package dev.darkroom.hostile.fuzz;

import dev.darkroom.codecs.gif.GifDecoderProvider;
import dev.darkroom.codecs.jpeg.JpegDecoderProvider;
import dev.darkroom.codecs.png.PngDecoderProvider;
import dev.darkroom.codecs.webp.WebpDecoderProvider;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Band;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Plane;
import dev.darkroom.testkit.CountingMemory;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The size and the pixel checksum of a file, decoded by a portable decoder.
 *
 * @param crc CRC of all samples; of RGBA samples if the raster is interleaved, because opaque pixels may or may not have alpha
 */
record PixelChecksum(Size size, long crc) {
    private static final Map<Format, DecoderProvider> DECODERS = Map.of(
            Format.JPEG, new JpegDecoderProvider(),
            Format.PNG, new PngDecoderProvider(),
            Format.GIF, new GifDecoderProvider(),
            Format.WEBP, new WebpDecoderProvider());
    private static final DecodeHint HINT = new DecodeHint(Size.of(1, 1), List.of(Layout.RGB, Layout.RGBA, Layout.GRAY));

    /** Decodes a file. It also requires that the decoder's report is correct. */
    static PixelChecksum of(Format format, Bytes file) throws ImageException {
        CRC32 crc = new CRC32();
        try (Decoder decoder = DECODERS.get(format).open(format, file)) {
            DecodeReport report = decoder.prepare(HINT);
            try (CountingMemory memory = CountingMemory.limitedTo(report.peakBytes())) {
                decoder.decode(band -> add(band, crc), memory);
            }
            return new PixelChecksum(report.raster().size(), crc.getValue());
        }
    }

    private static void add(Band band, CRC32 crc) {
        int channels = band.raster().layout().channelsPerPlane();
        for (Plane plane : band.planes()) {
            byte[] row = new byte[plane.rowBytes()];
            for (int y = 0; y < plane.rows(); y++) {
                plane.readRow(y, row, 0);
                crc.update(channels == 3 ? opaque(row) : row);
            }
        }
    }

    private static byte[] opaque(byte[] rgb) {
        byte[] rgba = new byte[rgb.length / 3 * 4];
        for (int from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
            System.arraycopy(rgb, from, rgba, to, 3);
            rgba[to + 3] = (byte) 0xFF;
        }
        return rgba;
    }
}
