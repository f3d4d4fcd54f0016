package dev.darkroom.core.color.icc;

import java.util.Set;

/**
 * The fields of a profile header (the first 128 bytes, ICC.1:2022 7.2) that this library uses.
 *
 * @param size the length that the profile states; not trusted
 * @param majorVersion 2 or 4
 * @param minorVersion minor version, such as 4 for version 4.4
 * @param deviceClass {@code scnr}, {@code mntr}, {@code prtr} or {@code spac}
 * @param colorSpace the device colour space: {@code "RGB "}, {@code "GRAY"}, {@code "CMYK"} …
 * @param connectionSpace {@code "XYZ "} or {@code "Lab "}
 * @param renderingIntent 0 perceptual, 1 relative colorimetric, 2 saturation, 3 absolute colorimetric; 0 if the field is out of range
 */
public record IccHeader(
        long size,
        int majorVersion,
        int minorVersion,
        String deviceClass,
        String colorSpace,
        String connectionSpace,
        int renderingIntent) {
    static final int BYTES = 128;

    private static final Set<String> DEVICE_CLASSES = Set.of("scnr", "mntr", "prtr", "spac");

    static IccHeader parse(IccBytes bytes) throws UnusableProfileException {
        if (bytes.length() < BYTES + 4) {
            throw new UnusableProfileException(
                    "it is cut short: " + bytes.length() + " bytes are too few for a header");
        }
        if (!bytes.signature(36).equals("acsp")) {
            throw new UnusableProfileException("it has no ICC signature");
        }
        int major = bytes.u8(8);
        if (major != 2 && major != 4) {
            throw new UnusableProfileException("its ICC version " + major + " is not supported (only 2 and 4)");
        }
        String deviceClass = bytes.signature(12);
        if (!DEVICE_CLASSES.contains(deviceClass)) {
            throw new UnusableProfileException("its class '" + deviceClass + "' is not a class for pictures");
        }
        String connectionSpace = bytes.signature(20);
        if (!connectionSpace.equals("XYZ ") && !connectionSpace.equals("Lab ")) {
            throw new UnusableProfileException("its connection space '" + connectionSpace + "' is neither XYZ nor Lab");
        }
        long intent = bytes.u32(64) & 0xffff;
        return new IccHeader(
                bytes.u32(0),
                major,
                bytes.u8(9) >> 4,
                deviceClass,
                bytes.signature(16),
                connectionSpace,
                intent <= 3 ? (int) intent : 0);
    }

    /** Whether the profile is for RGB pictures. */
    public boolean isRgb() {
        return colorSpace.equals("RGB ");
    }

    /** Whether the profile is for gray pictures. */
    public boolean isGray() {
        return colorSpace.equals("GRAY");
    }

    /** The number of colour channels of a device value: 1 or 3 for supported colour spaces, otherwise 0. */
    public int channels() {
        return isRgb() ? 3 : isGray() ? 1 : 0;
    }

    public boolean isLab() {
        return connectionSpace.equals("Lab ");
    }
}
