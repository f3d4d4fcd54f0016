package dev.darkroom.codecs.jpeg;

import dev.darkroom.codecs.BandBuilder;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.jpeg.JpegCodingSegments;
import dev.darkroom.core.header.jpeg.JpegColorSpace;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * Converts CMYK and YCCK samples to sRGB. The conversion uses the picture's own ICC profile with lcms. Without a usable profile, it
 * multiplies the complements of each ink and of black, as browsers do. {@link JpegColorSpace} describes how the samples are stored.
 */
final class CmykToSrgb {
    private static final int INKS = 4;
    private static final int ROWS_AT_A_TIME = 16;

    private CmykToSrgb() {}

    static void requireRepresentable(Size size) throws ImageException {
        if (bytes(size) > Integer.MAX_VALUE - 64) {
            throw ImageException.unsupported("this JPEG's CMYK samples at " + size + " do not fit into one array");
        }
    }

    /** Bytes of the samples of a whole picture. */
    static long bytes(Size size) {
        return size.pixels() * INKS;
    }

    /**
     * @param samples samples as stored, without colour conversion; chroma is upsampled
     */
    static void convert(Raster samples, JpegCodingSegments segments, ColorEncoding color, BandBuilder rows)
            throws ImageException {
        int width = samples.getWidth();
        ColorConvertOp profile = profileConversion(color);
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, ROWS_AT_A_TIME, INKS, null);
        WritableRaster rgb = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, ROWS_AT_A_TIME, 3, null);
        byte[] row = new byte[width * INKS];
        byte[] out = new byte[width * 3];
        for (int top = 0; top < samples.getHeight(); top += ROWS_AT_A_TIME) {
            int count = Math.min(ROWS_AT_A_TIME, samples.getHeight() - top);
            for (int y = 0; y < count; y++) {
                samples.getDataElements(samples.getMinX(), samples.getMinY() + top + y, width, 1, row);
                toInks(row, segments);
                inks.setDataElements(0, y, width, 1, row);
            }
            if (profile != null) {
                profile.filter(inks, rgb);
            }
            for (int y = 0; y < count; y++) {
                if (profile != null) {
                    rgb.getDataElements(0, y, width, 1, out);
                } else {
                    inks.getDataElements(0, y, width, 1, row);
                    multiply(row, out);
                }
                rows.accept(out, 0);
            }
        }
    }

    /** Converts stored samples (255 is no ink) to profile input (0 is no ink, 255 is full ink). */
    private static void toInks(byte[] row, JpegCodingSegments segments) {
        if (segments.inks() == JpegColorSpace.YCCK) {
            for (int i = 0; i < row.length; i += INKS) {
                yccToCmy(row, i);
            }
        }
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) ~row[i];
        }
    }

    /** Converts YCbCr (JFIF 1.02) to the complements of the inks. The black sample is stored without conversion. */
    private static void yccToCmy(byte[] row, int i) {
        int y = row[i] & 0xFF;
        int cb = (row[i + 1] & 0xFF) - 128;
        int cr = (row[i + 2] & 0xFF) - 128;
        row[i] = complement(y + 1.402f * cr);
        row[i + 1] = complement(y - 0.344136f * cb - 0.714136f * cr);
        row[i + 2] = complement(y + 1.772f * cb);
    }

    private static byte complement(float value) {
        return (byte) (255 - Math.max(0, Math.min(255, Math.round(value))));
    }

    private static void multiply(byte[] inks, byte[] rgb) {
        for (int i = 0, o = 0; o < rgb.length; i += INKS, o += 3) {
            int paper = 255 - (inks[i + 3] & 0xFF);
            for (int c = 0; c < 3; c++) {
                rgb[o + c] = (byte) (((255 - (inks[i + c] & 0xFF)) * paper + 127) / 255);
            }
        }
    }

    /**
     * The conversion through the ICC profile. Null if there is no profile, or if lcms cannot use it as a CMYK profile. An unusable profile
     * counts as absent.
     */
    private static @Nullable ColorConvertOp profileConversion(ColorEncoding color) {
        if (!(color instanceof ColorEncoding.Icc icc)) {
            return null;
        }
        try {
            ICC_Profile own = ICC_Profile.getInstance(icc.profile().toArray());
            if (own.getColorSpaceType() != ColorSpace.TYPE_CMYK) {
                return null;
            }
            ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            ColorConvertOp op = new ColorConvertOp(new ICC_Profile[] {own, srgb}, null);
            op.filter(
                    Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 1, 1, INKS, null),
                    Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 1, 1, 3, null));
            return op;
        } catch (IllegalArgumentException | CMMException e) {
            return null;
        }
    }
}
