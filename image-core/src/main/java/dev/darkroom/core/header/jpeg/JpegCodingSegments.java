package dev.darkroom.core.header.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a JPEG codes pixels: frame, tables and scans, sharing the file's bytes. Foreign decoders are given only this, led by an APP14
 * segment that states the colours. So they parse no profile, EXIF, thumbnail or comment of a stranger, the JDK's own guesses at colours
 * (which are not libjpeg's) never come to bear, and stray bytes between segments do not hide a later warning of truncation.
 *
 * @param scans how many there are
 * @param endIsMissing whether the file has no EOI, so that nobody knows yet whether its picture is whole; the parts have one
 */
public record JpegCodingSegments(
        JpegHeader header, JpegColorSpace inks, List<Bytes> parts, int scans, boolean endIsMissing) {
    /** More than any encoder writes; each costs an object here, and each scan a pass over the picture there. */
    private static final int MOST_PARTS = 20_000;

    /** Where in the parts the APP14 segment stands. */
    private static final int AFTER_SOI = 1;

    private static final Bytes EOI = Bytes.wrap(new byte[] {(byte) 0xFF, (byte) JpegMarker.EOI});

    /** Without its length: the number of components, one of them, and three parameters. */
    private static final int SHORTEST_SCAN_HEADER = 6;

    public static JpegCodingSegments read(Bytes file) throws ImageException {
        JpegHeader header = JpegHeader.read(file);
        JpegColorSpace inks = JpegColorSpace.of(header);
        List<Bytes> parts = new ArrayList<>();
        int scans = 0;
        boolean[] scanned = new boolean[header.frame().components().size()];
        JpegSegments segments = JpegSegments.toleratingBrokenTail(file);
        for (JpegSegment segment = segments.next(); segment != null; segment = segments.next()) {
            if (!isPassedOver(segment.marker())) {
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
     * The same for a decoder that is to leave YCbCr as it is: it is told that the components are RGB, between which nothing is to be
     * converted.
     */
    public JpegCodingSegments unconverted() {
        List<Bytes> told = new ArrayList<>(parts);
        told.set(AFTER_SOI, app14(JpegColorSpace.RGB.adobeTransform()));
        return new JpegCodingSegments(header, inks, List.copyOf(told), scans, endIsMissing);
    }

    public JpegFrame frame() {
        return header.frame();
    }

    public Size size() {
        return new Size(frame().width(), frame().height());
    }

    /** The file's own planes, or RGB for samplings that {@link Layout} has no name for; GRAY for one component. */
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

    /** Whether libjpeg reads every scan, and keeps the coefficients, before the first row comes. */
    public boolean isCollected() {
        return scans > 1 || frame().isProgressive();
    }

    /** 8 x 8 blocks of all components. */
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
                        "this JPEG is not whole: it has no scan of component " + (c + 1) + " of " + scanned.length);
            }
        }
    }

    private static void add(List<Bytes> parts, Bytes part) throws ImageException {
        if (parts.size() >= MOST_PARTS) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.COMPLEXITY, "limit of JPEG segments", parts.size() + 1L, MOST_PARTS);
        }
        parts.add(part);
    }

    private static boolean isPassedOver(int marker) {
        return JpegMarker.isApplication(marker)
                || JpegMarker.isRestart(marker)
                || marker == JpegMarker.COM
                || marker == JpegMarker.TEM
                || marker == JpegMarker.DNL;
    }

    /**
     * A scan header with the parameters that a sequential scan has to have (T.81, B.2.3). It makes no use of them, some cameras write
     * others, and a warning of that would be libjpeg's first: later ones, of missing data, it keeps to itself.
     */
    private static Bytes sequential(Bytes file, JpegSegment scan) {
        byte[] header = file.slice(scan.start(), scan.end() - scan.start()).toArray();
        if (scan.dataLength() >= SHORTEST_SCAN_HEADER) {
            header[header.length - 3] = 0;
            header[header.length - 2] = 63;
            header[header.length - 1] = 0;
        }
        return Bytes.wrap(header);
    }

    /** Adobe's segment (Adobe Technical Note 5116, section 18): version 100, no flags. */
    private static Bytes app14(int transform) {
        return Bytes.wrap(new byte[] {
            (byte) 0xFF, (byte) JpegMarker.APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
        });
    }
}
