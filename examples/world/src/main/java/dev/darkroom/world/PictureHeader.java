package dev.darkroom.world;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The type and size from the header of a picture file. This class has its own parser, so that it shares no code with the library under
 * test.
 *
 * @param width stored width, in pixels
 * @param height stored height, in pixels
 * @param orientation the EXIF orientation of a JPEG, 1 to 8; 1 for all others
 */
public record PictureHeader(String contentType, int width, int height, int orientation) {
    private PictureHeader(String contentType, int width, int height) {
        this(contentType, width, height, 1);
    }

    /** Width as displayed. */
    public int displayedWidth() {
        return orientation >= 5 ? height : width;
    }

    /** Height as displayed. */
    public int displayedHeight() {
        return orientation >= 5 ? width : height;
    }

    /** The content type of JPEG, PNG, GIF or WebP bytes. */
    public static Optional<String> contentType(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("image/jpeg");
        } else if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("image/png");
        } else if (head.startsWith("GIF8")) {
            return Optional.of("image/gif");
        } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return Optional.of("image/webp");
        }
        return Optional.empty();
    }

    /** Reads type and stored size. Empty if the format is none of the four, or if the header is damaged or truncated. */
    public static Optional<PictureHeader> of(byte[] bytes) {
        try {
            return contentType(bytes).map(type -> switch (type) {
                case "image/jpeg" -> jpeg(bytes);
                case "image/png" ->
                    new PictureHeader(type, big(bytes).getInt(16), big(bytes).getInt(20));
                case "image/gif" -> new PictureHeader(type, u16(little(bytes), 6), u16(little(bytes), 8));
                default -> webp(bytes);
            });
        } catch (IndexOutOfBoundsException endsTooEarly) {
            return Optional.empty();
        }
    }

    /** Reads the segments up to the frame header (ITU-T T.81, B.2.2): SOF0 to SOF15 without DHT, JPG and DAC. */
    private static PictureHeader jpeg(byte[] bytes) {
        ByteBuffer data = big(bytes);
        int orientation = 1;
        for (int at = 2; ; ) {
            int marker = data.get(at + 1) & 0xff;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                return new PictureHeader("image/jpeg", u16(data, at + 7), u16(data, at + 5), orientation);
            }
            if (marker == 0xe1 && data.getInt(at + 4) == 0x45786966) { // "Exif"
                orientation = orientation(data, at + 10);
            }
            at += marker == 0xff ? 1 : 2 + u16(data, at + 2);
        }
    }

    /** Tag 0x0112 of the first directory (CIPA DC-008, 4.6.4); 1 if the tag is missing or out of range. */
    private static int orientation(ByteBuffer jpeg, int tiff) {
        ByteBuffer exif = jpeg.slice(tiff, jpeg.capacity() - tiff)
                .order(jpeg.get(tiff) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = exif.getInt(4);
        for (int entry = 0; entry < u16(exif, directory); entry++) {
            int at = directory + 2 + 12 * entry;
            int value = u16(exif, at + 8);
            if (u16(exif, at) == 0x0112 && value >= 1 && value <= 8) {
                return value;
            }
        }
        return 1;
    }

    /** VP8X canvas, VP8L header or VP8 key frame (RFC 9649, 2.5 to 2.7 and 3.4; RFC 6386, 9.1). */
    private static PictureHeader webp(byte[] bytes) {
        ByteBuffer data = little(bytes);
        return switch (new String(bytes, 12, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8X" -> new PictureHeader("image/webp", 1 + (data.getInt(23) >>> 8), 1 + (data.getInt(26) >>> 8));
            case "VP8L" -> {
                int packed = data.getInt(21);
                yield new PictureHeader("image/webp", 1 + (packed & 0x3fff), 1 + (packed >>> 14 & 0x3fff));
            }
            default -> new PictureHeader("image/webp", u16(data, 26) & 0x3fff, u16(data, 28) & 0x3fff);
        };
    }

    private static int u16(ByteBuffer data, int at) {
        return data.getShort(at) & 0xffff;
    }

    private static ByteBuffer big(byte[] bytes) {
        return ByteBuffer.wrap(bytes);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
