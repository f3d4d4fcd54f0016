package dev.darkroom.codecs.rewrite;

import dev.darkroom.codecs.BinaryWriter;
import dev.darkroom.codecs.metadata.JpegMetadata;
import dev.darkroom.codecs.rewrite.jpeg.CodedPicture;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.jpeg.JpegFrame;
import dev.darkroom.core.header.jpeg.JpegHeader;
import dev.darkroom.core.header.jpeg.JpegMarker;
import dev.darkroom.core.header.jpeg.JpegSegment;
import dev.darkroom.core.header.jpeg.JpegSegments;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a JPEG. It keeps the data that is needed to decode the picture (see {@link CodedPicture}), JFIF's density, Adobe's colour
 * transform, the ICC profile and the orientation. It drops application segments, comments, data after EOI, and stray bytes between
 * segments. The kept application segments are written anew, so that they contain no extra bytes at the end.
 */
final class JpegRewriter {
    private static final int JFIF_LENGTH = 14;
    private static final int ADOBE_LENGTH = 12;
    private static final int ADOBE_VERSION = 100;

    private final Bytes file;
    private final KeptMetadata kept;
    private final BinaryWriter out;
    private @Nullable JpegSegment jfif;
    private @Nullable JpegSegment adobe;

    private JpegRewriter(Bytes file, KeptMetadata kept) {
        this.file = file;
        this.kept = kept;
        this.out = new BinaryWriter(file.length() + 512);
    }

    static Bytes rewrite(Bytes file, KeptMetadata kept, Deadline deadline) throws ImageException {
        JpegRewriter rewriter = new JpegRewriter(file, kept);
        rewriter.readApplicationSegments();
        rewriter.writeApplicationSegments();
        rewriter.writePicture(JpegHeader.read(file).frame(), deadline);
        return rewriter.out.toBytes();
    }

    /** Reads the application segments before the first scan. Decoders have chosen the colour conversion when they reach the scan. */
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
            int transform = file.u8(adobe.dataStart() + ADOBE_LENGTH - 1);
            out.latin1("Adobe").u16(ADOBE_VERSION).u32(0).u8(transform);
        }
    }

    private void writePicture(JpegFrame frame, Deadline deadline) throws ImageException {
        CodedPicture.read(file, frame, deadline).write(new CodedPicture.Output() {
            @Override
            public void segment(int marker, byte[] data) {
                marker(marker, data.length);
                out.bytes(Bytes.wrap(data));
            }

            @Override
            public void copy(int start, int end) {
                out.bytes(file, start, end);
            }

            @Override
            public void bytes(int... values) {
                for (int value : values) {
                    out.u8(value);
                }
            }
        });
        out.u8(0xFF).u8(JpegMarker.EOI);
    }

    private void marker(int marker, int dataLength) {
        out.u8(0xFF).u8(marker).u16(dataLength + 2);
    }
}
