package dev.darkroom.core.header.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import dev.darkroom.core.header.exif.Exif;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a JPEG, read from the segments before its first scan.
 *
 * @param jfif whether there is a JFIF APP0 segment
 * @param adobeTransform transform value of the last Adobe APP14 of at least 12 bytes: 0 none, 1 YCbCr, 2 YCCK; -1 without one
 * @param orientation orientation in the first EXIF segment
 * @param profile the ICC profile, not yet parsed
 */
public record JpegHeader(
        JpegFrame frame, boolean jfif, int adobeTransform, Orientation orientation, Optional<Bytes> profile) {
    /** The frame header of JPEG-LS (ITU-T T.87, annex C). */
    private static final int SOF55 = 0xF7;

    /** Reads the segments up to the first SOS. */
    public static JpegHeader read(Bytes file) throws ImageException {
        JpegSegments segments = new JpegSegments(file);
        JpegProfile profile = new JpegProfile(file);
        JpegFrame frame = null;
        boolean jfif = false;
        int adobe = -1;
        Orientation orientation = null;
        JpegSegment segment;
        while ((segment = segments.next()) != null && segment.marker() != JpegMarker.SOS) {
            int marker = segment.marker();
            if (JpegMarker.isFrame(marker)) {
                requireNone(frame);
                frame = JpegFrame.read(file, segment);
            } else if (marker == SOF55 || marker == JpegMarker.JPG) {
                throw ImageException.unsupported(
                        (marker == SOF55 ? "JPEG-LS" : "extended JPEG (marker ff c8)") + " is not supported");
            } else if (marker == JpegMarker.APP0) {
                jfif |= segment.dataLength() >= 14 && segment.dataStartsWith(file, "JFIF\0");
            } else if (marker == JpegMarker.APP1 && orientation == null && segment.dataStartsWith(file, Exif.PREFIX)) {
                orientation = Exif.orientation(segment.data(file));
            } else if (marker == JpegMarker.APP2) {
                profile.add(segment);
            } else if (marker == JpegMarker.APP14
                    && segment.dataLength() >= 12
                    && segment.dataStartsWith(file, "Adobe")) {
                adobe = file.u8(segment.dataStart() + 11);
            }
        }
        if (segment == null) {
            throw ImageException.malformed("this JPEG has no scan");
        }
        if (frame == null) {
            throw ImageException.malformed("this JPEG has no frame header before its first scan");
        }
        return new JpegHeader(
                frame, jfif, adobe, orientation == null ? Orientation.NORMAL : orientation, profile.profile());
    }

    private static void requireNone(@Nullable JpegFrame frame) throws ImageException {
        if (frame != null) {
            throw ImageException.malformed("this JPEG has two frame headers");
        }
    }

    /** The colour model for one and four components. Three components give {@link ColorModel#RGB} in both cases, see {@link #isYcc}. */
    public ColorModel model() {
        return switch (frame.components().size()) {
            case 1 -> ColorModel.GRAY;
            case 3 -> ColorModel.RGB;
            default -> JpegColorSpace.of(this) == JpegColorSpace.YCCK ? ColorModel.YCCK : ColorModel.CMYK;
        };
    }

    /** Whether three components are YCbCr. As in libjpeg, JFIF decides first, then the Adobe marker, then the ids; the default is true. */
    public boolean isYcc() {
        if (frame.components().size() != 3) {
            return false;
        }
        if (jfif) {
            return true;
        }
        return adobeTransform >= 0 ? adobeTransform != 0 : !frame.hasIds('R', 'G', 'B');
    }

    public ImageInfo info() {
        ColorEncoding color = profile.<ColorEncoding>map(ColorEncoding.Icc::new).orElse(ColorEncoding.SRGB);
        return new ImageInfo(
                Format.JPEG,
                new Size(frame.width(), frame.height()),
                orientation,
                1,
                false,
                model(),
                color,
                frame.precision(),
                false,
                frame.isProgressive());
    }
}
