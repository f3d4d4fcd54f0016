package dev.darkroom.core.signature;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Detects binary picture formats by their first bytes, as defined in each format's specification. */
final class PictureMagic {
    private static final Set<String> AVIF = Set.of("avif", "avis");
    private static final Set<String> HEIF =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "hevm", "hevs", "mif1", "mif2", "msf1");
    private static final Set<Integer> BMP_HEADERS = Set.of(12, 16, 40, 52, 56, 64, 108, 124);
    private static final Set<Integer> BMP_DEPTHS = Set.of(0, 1, 2, 4, 8, 16, 24, 32);
    private static final int MAX_BRANDS = 64;

    private PictureMagic() {}

    static Optional<Format> of(Bytes b) {
        if (b.startsWith("\u00FF\u00D8\u00FF", 0)) {
            return Optional.of(Format.JPEG);
        }
        if (b.startsWith("\u0089PNG\r\n\u001A\n", 0)) {
            return Optional.of(Format.PNG);
        }
        if (b.startsWith("GIF87a", 0) || b.startsWith("GIF89a", 0)) {
            return Optional.of(Format.GIF);
        }
        if (b.startsWith("RIFF", 0) && b.startsWith("WEBP", 8)) {
            return Optional.of(Format.WEBP);
        }
        if (isJpegXl(b)) {
            return Optional.of(Format.JPEG_XL);
        }
        if (b.startsWith("\0\0\0\u000CjP  \r\n\u0087\n", 0) || b.startsWith("\u00FFO\u00FFQ", 0)) {
            return Optional.of(Format.JPEG_2000);
        }
        if (isTiff(b)) {
            return Optional.of(Format.TIFF);
        }
        if (b.startsWith("8BPS\0\1", 0) || b.startsWith("8BPS\0\2", 0)) {
            return Optional.of(Format.PSD);
        }
        if (isBmp(b)) {
            return Optional.of(Format.BMP);
        }
        if (isIcon(b)) {
            return Optional.of(Format.ICO);
        }
        return ofBrands(b);
    }

    /** ISO/IEC 18181-1 (bare codestream) and 18181-2 (boxes). */
    private static boolean isJpegXl(Bytes b) {
        return b.startsWith("\0\0\0\u000CJXL \r\n\u0087\n", 0) || b.startsWith("\u00FF\n", 0) && b.length() >= 12;
    }

    /** TIFF 6.0, section 2, and BigTIFF. */
    private static boolean isTiff(Bytes b) {
        if (b.startsWith("II+\0\b\0\0\0", 0) || b.startsWith("MM\0+\0\b\0\0", 0)) {
            return true;
        }
        boolean little = b.startsWith("II*\0", 0);
        boolean big = b.startsWith("MM\0*", 0);
        return (little || big) && b.length() >= 8 && (little ? b.u32le(4) : b.u32(4)) >= 8;
    }

    private static boolean isBmp(Bytes b) {
        if (!b.startsWith("BM", 0) || b.length() < 30) {
            return false;
        }
        long header = b.u32le(14);
        if (header > 124 || !BMP_HEADERS.contains((int) header) || b.u32le(10) < 14 + header) {
            return false;
        }
        int planesAt = header == 12 ? 22 : 26;
        return b.u16le(planesAt) == 1 && BMP_DEPTHS.contains(b.u16le(planesAt + 2));
    }

    /** Icons and cursors. Their magic number is mostly zeros, so the first directory entry is checked as well. */
    private static boolean isIcon(Bytes b) {
        if (!b.startsWith("\0\0\1\0", 0) && !b.startsWith("\0\0\2\0", 0) || b.length() < 22) {
            return false;
        }
        int count = b.u16le(4);
        boolean cursor = b.u8(2) == 2;
        boolean depthSane = cursor || b.u16le(10) <= 1 && b.u16le(12) <= 32;
        return count >= 1 && depthSane && b.u32le(14) > 0 && b.u32le(18) >= 6 + 16L * count;
    }

    /** Reads the brands in the file type box (ISO/IEC 14496-12): those of AV1 Image File Format and ISO/IEC 23008-12. */
    private static Optional<Format> ofBrands(Bytes b) {
        if (!b.startsWith("ftyp", 4) || b.length() < 16) {
            return Optional.empty();
        }
        long end = Math.min(Math.min(b.u32(0), b.length()), 16 + 4L * MAX_BRANDS);
        boolean heif = false;
        for (int at = 8; at + 4 <= end; at += at == 8 ? 8 : 4) {
            if (AVIF.stream().anyMatch(startsAt(b, at))) {
                return Optional.of(Format.AVIF);
            }
            heif |= HEIF.stream().anyMatch(startsAt(b, at));
        }
        return heif ? Optional.of(Format.HEIF) : Optional.empty();
    }

    private static Predicate<String> startsAt(Bytes b, int at) {
        return brand -> b.startsWith(brand, at);
    }
}
