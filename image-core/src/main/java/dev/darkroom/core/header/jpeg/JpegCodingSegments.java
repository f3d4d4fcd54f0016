package dev.darkroom.core.header.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a JPEG that code pixels: frame, tables and scans. They share the file's bytes. Foreign decoders get only these parts,
 * after an APP14 segment that states the colour space. So they parse no untrusted profile, EXIF, thumbnail or comment. The JDK does not
 * guess the colour space (its rules differ from libjpeg's). Stray bytes between segments do not hide a later warning of truncation.
 *
 * @param scans number of scans
 * @param endIsMissing whether the file has no EOI, so that it is not known yet whether the picture is complete; the parts have one
 */
public record JpegCodingSegments(
        JpegHeader header, JpegColorSpace inks, List<Bytes> parts, int scans, boolean endIsMissing) {
    /** Upper limit, above the number that any encoder writes. Each part needs an object, and each scan costs one pass over the picture. */
    private static final int MAX_PARTS = 20_000;

    /** Index of the APP14 segment in the parts. */
    private static final int AFTER_SOI = 1;

    private static final Bytes EOI = Bytes.wrap(new byte[] {(byte) 0xFF, (byte) JpegMarker.EOI});

    /** Minimum data length, without the length field: the number of components, one component and three parameters. */
    private static final int MIN_SCAN_HEADER = 6;

    public static JpegCodingSegments read(Bytes file) throws ImageException {
        JpegHeader header = JpegHeader.read(file);
        JpegColorSpace inks = JpegColorSpace.of(header);
        List<Bytes> parts = new ArrayList<>();
        int scans = 0;
        boolean[] scanned = new boolean[header.frame().components().size()];
        JpegSegments segments = JpegSegments.toleratingBrokenTail(file);
        for (JpegSegment segment = segments.next(); segment != null; segment = segments.next()) {
            if (!isSkipped(segment.marker())) {
                int start = segment.start();
                if (segment.marker() == JpegMarker.SOS) {
                    scans++;
                    markScanned(file, segment, header.frame().components(), scanned);
                    if (!header.frame().isProgressive()) {
                        add(parts, sequential(file, segment));
                        start = segment.end();
                    }
                }
                add(parts, file.slice(start, segments.scanEnd() - start));
            }
            if (segment.marker() == JpegMarker.SOI) {
                add(parts, app14(inks.adobeTransform()));
            }
        }
        if (segments.hasBrokenTail()) {
            if (header.frame().isArithmetic()) {
                segments.requireEnd();
            }
            add(parts, EOI);
        }
        requireAll(scanned);
        return new JpegCodingSegments(header, inks, List.copyOf(parts), scans, segments.hasBrokenTail());
    }

    /**
     * The same parts for a decoder that must not convert YCbCr. They declare the components as RGB, for which the decoder converts nothing.
     */
    public JpegCodingSegments unconverted() {
        List<Bytes> replaced = new ArrayList<>(parts);
        replaced.set(AFTER_SOI, app14(JpegColorSpace.RGB.adobeTransform()));
        return new JpegCodingSegments(header, inks, List.copyOf(replaced), scans, endIsMissing);
    }

    public JpegFrame frame() {
        return header.frame();
    }

    public Size size() {
        return new Size(frame().width(), frame().height());
    }

    /** The layout of the file's own planes; RGB for subsamplings without a {@link Layout}; GRAY for one component. */
    public Layout ownLayout() {
        return switch (inks) {
            case GRAY -> Layout.GRAY;
            case YCBCR -> planes(frame().components());
            default -> Layout.RGB;
        };
    }

    private static Layout planes(List<JpegFrame.Component> components) {
        JpegFrame.Component luma = components.get(0);
        for (JpegFrame.Component chroma : components.subList(1, components.size())) {
            if (chroma.horizontal() != 1 || chroma.vertical() != 1) {
                return Layout.RGB;
            }
        }
        return switch (luma.horizontal() * 10 + luma.vertical()) {
            case 11 -> Layout.YCBCR_444;
            case 21 -> Layout.YCBCR_422;
            case 22 -> Layout.YCBCR_420;
            case 12 -> Layout.YCBCR_440;
            default -> Layout.RGB;
        };
    }

    /** Whether libjpeg reads every scan and keeps the coefficients before it returns the first row. */
    public boolean isCollected() {
        return scans > 1 || frame().isProgressive();
    }

    /** The number of 8 x 8 blocks of all components. */
    public long blocks() {
        int mostX = 1;
        int mostY = 1;
        int perUnit = 0;
        for (JpegFrame.Component c : frame().components()) {
            mostX = Math.max(mostX, c.horizontal());
            mostY = Math.max(mostY, c.vertical());
            perUnit += c.horizontal() * c.vertical();
        }
        long across = (frame().width() + 8L * mostX - 1) / (8L * mostX);
        long down = (frame().height() + 8L * mostY - 1) / (8L * mostY);
        return across * down * perUnit;
    }

    /** As libjpeg finds a scan's components: the first of the id that the scan does not have already. */
    private static void markScanned(
            Bytes file, JpegSegment scan, List<JpegFrame.Component> components, boolean[] scanned) {
        boolean[] taken = new boolean[scanned.length];
        int count = scan.dataLength() == 0 ? 0 : Math.min(file.u8(scan.dataStart()), (scan.dataLength() - 1) / 2);
        for (int i = 0; i < count; i++) {
            int id = file.u8(scan.dataStart() + 1 + 2 * i);
            for (int c = 0; c < scanned.length; c++) {
                if (components.get(c).id() == id && !taken[c]) {
                    taken[c] = true;
                    scanned[c] = true;
                    break;
                }
            }
        }
    }

    /** Decoders fill in gray for a component without any scan, and say nothing. */
    private static void requireAll(boolean[] scanned) throws ImageException {
        for (int c = 0; c < scanned.length; c++) {
            if (!scanned[c]) {
                throw ImageException.malformed(
                        "this JPEG is not complete: it has no scan of component " + (c + 1) + " of " + scanned.length);
            }
        }
    }

    private static void add(List<Bytes> parts, Bytes part) throws ImageException {
        if (parts.size() >= MAX_PARTS) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.COMPLEXITY, "limit of JPEG segments", parts.size() + 1L, MAX_PARTS);
        }
        parts.add(part);
    }

    private static boolean isSkipped(int marker) {
        return JpegMarker.isApplication(marker)
                || JpegMarker.isRestart(marker)
                || marker == JpegMarker.COM
                || marker == JpegMarker.TEM
                || marker == JpegMarker.DNL;
    }

    /**
     * A scan header with the parameters that the standard requires for a sequential scan (T.81, B.2.3). Such a scan does not use them, and
     * some cameras write other values. libjpeg warns about these values and then does not report later warnings about missing data.
     */
    private static Bytes sequential(Bytes file, JpegSegment scan) {
        byte[] header = file.slice(scan.start(), scan.end() - scan.start()).toArray();
        if (scan.dataLength() >= MIN_SCAN_HEADER) {
            header[header.length - 3] = 0;
            header[header.length - 2] = 63;
            header[header.length - 1] = 0;
        }
        return Bytes.wrap(header);
    }

    /** An APP14 segment (Adobe Technical Note 5116, section 18): version 100, no flags. */
    private static Bytes app14(int transform) {
        return Bytes.wrap(new byte[] {
            (byte) 0xFF, (byte) JpegMarker.APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
        });
    }
}
