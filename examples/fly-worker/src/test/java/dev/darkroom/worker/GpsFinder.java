package dev.darkroom.worker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Whether a JPEG's EXIF has a GPS directory: tag 0x8825 in its first directory (CIPA DC-008, 4.6.3). */
final class GpsFinder {
    private GpsFinder() {}

    static boolean hasGps(byte[] jpeg) {
        String text = new String(jpeg, StandardCharsets.ISO_8859_1);
        int exif = text.indexOf("Exif\0\0");
        if (exif < 0) {
            return false;
        }
        int tiff = exif + 6;
        ByteBuffer data = ByteBuffer.wrap(jpeg, tiff, jpeg.length - tiff).slice();
        if (text.startsWith("II", tiff)) {
            data.order(java.nio.ByteOrder.LITTLE_ENDIAN);
        }
        int directory = data.getInt(4);
        for (int entry = 0; entry < data.getShort(directory); entry++) {
            if ((data.getShort(directory + 2 + 12 * entry) & 0xFFFF) == 0x8825) {
                return true;
            }
        }
        return false;
    }
}
