package dev.darkroom.codecs.rewrite;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.jpeg.JpegMarker;
import dev.darkroom.core.header.jpeg.JpegSegment;
import dev.darkroom.core.header.jpeg.JpegSegments;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of a JPEG what decodes it (tables, frame, scans, entropy-coded data bit for bit), JFIF's density, Adobe's colour transform,
 * the ICC profile and the orientation. Application segments and comments, whatever follows EOI, and stray bytes between segments are
 * dropped; the few that are kept are written anew, so that nothing hides in their tails.
 */
final class JpegRewriter {
    private static final int JFIF_LENGTH = 14;
    private static final int ADOBE_LENGTH = 12;

    private final Bytes file;
    private final Kept kept;
    private final ByteOutput out;
    private @Nullable JpegSegment jfif;
    private @Nullable JpegSegment adobe;

    private JpegRewriter(Bytes file, Kept kept) {
        this.file = file;
        this.kept = kept;
        this.out = new ByteOutput(file.length() + 512);
    }

    static Bytes rewrite(Bytes file, Kept kept) throws ImageException {
        JpegRewriter rewriter = new JpegRewriter(file, kept);
        rewriter.readApplicationSegments();
        rewriter.writeApplicationSegments();
        rewriter.copyPicture();
        return rewriter.out.toBytes();
    }

    /** Those before the first scan: decoders have settled the colours when they reach it. */
    private void readApplicationSegments() throws ImageException {
        JpegSegments segments = new JpegSegments(file);
        JpegSegment segment = segments.next();
        while (segment != null && segment.marker() != JpegMarker.SOS) {
            if (jfif == null && is(segment, JpegMarker.APP0, "JFIF\0", JFIF_LENGTH)) {
                jfif = segment;
            } else if (is(segment, JpegMarker.APP14, "Adobe", ADOBE_LENGTH)) {
                adobe = segment;
            }
            segment = segments.next();
        }
    }

    private boolean is(JpegSegment segment, int marker, String identifier, int length) {
        return segment.marker() == marker && segment.dataLength() >= length && segment.dataStartsWith(file, identifier);
    }

    private void writeApplicationSegments() {
        out.u8(0xFF).u8(JpegMarker.SOI);
        if (jfif != null) {
            int thumbnailSize = JFIF_LENGTH - 2;
            marker(JpegMarker.APP0, JFIF_LENGTH);
            out.bytes(file, jfif.dataStart(), jfif.dataStart() + thumbnailSize).u16(0);
        }
        if (!kept.exif().isEmpty()) {
            marker(JpegMarker.APP1, 6 + kept.exif().length());
            out.latin1("Exif\0\0").bytes(kept.exif());
        }
        if (!kept.xmp().isEmpty()) {
            marker(JpegMarker.APP1, JpegMetadata.XMP.length() + kept.xmp().length());
            out.latin1(JpegMetadata.XMP).bytes(kept.xmp());
        }
        JpegIcc.write(kept.icc(), out);
        if (adobe != null) {
            marker(JpegMarker.APP14, ADOBE_LENGTH);
            out.bytes(file, adobe.dataStart(), adobe.dataStart() + ADOBE_LENGTH);
        }
    }

    private void copyPicture() throws ImageException {
        JpegSegments segments = new JpegSegments(file);
        int frames = 0;
        int scans = 0;
        for (JpegSegment segment = segments.next(); segment != null; segment = segments.next()) {
            int marker = segment.marker();
            if (marker == JpegMarker.SOS) {
                scans++;
                out.bytes(file, segment.start(), segments.scanEnd());
            } else if (isNumber(marker) && segment.dataLength() >= 2) {
                marker(marker, 2);
                out.bytes(file, segment.dataStart(), segment.dataStart() + 2);
            } else if (isTable(marker) || JpegMarker.isFrame(marker)) {
                frames += JpegMarker.isFrame(marker) ? 1 : 0;
                out.bytes(file, segment.start(), segment.end());
            } else if (isUnknown(marker)) {
                throw ImageException.malformed("this JPEG has the unknown marker ff " + Integer.toHexString(marker)
                        + " at byte " + segment.start());
            }
        }
        if (frames != 1 || scans == 0) {
            throw ImageException.malformed("this JPEG has " + frames + " frame headers and " + scans
                    + " scans: it needs one frame and at least one scan");
        }
        out.u8(0xFF).u8(JpegMarker.EOI);
    }

    private static boolean isTable(int marker) {
        return switch (marker) {
            case JpegMarker.DHT, JpegMarker.DAC, JpegMarker.DQT, JpegMarker.DNL, JpegMarker.DRI -> true;
            default -> false;
        };
    }

    /** Two bytes (T.81, B.2.4.4 and B.2.5), and decoders pass over what stands behind them. */
    private static boolean isNumber(int marker) {
        return marker == JpegMarker.DNL || marker == JpegMarker.DRI;
    }

    /** Hierarchical mode and the JPGn extensions: nobody who meets them can show the picture. */
    private static boolean isUnknown(int marker) {
        return marker == JpegMarker.JPG
                || marker > JpegMarker.DRI && marker < JpegMarker.APP0
                || marker > JpegMarker.APP15 && marker < JpegMarker.COM;
    }

    private void marker(int marker, int dataLength) {
        out.u8(0xFF).u8(marker).u16(dataLength + 2);
    }
}
