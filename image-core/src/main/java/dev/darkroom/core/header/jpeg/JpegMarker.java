package dev.darkroom.core.header.jpeg;

/** The second byte of JPEG markers (ITU-T T.81, table B.1). */
public final class JpegMarker {
    public static final int TEM = 0x01;
    public static final int SOF0 = 0xC0;
    public static final int DHT = 0xC4;
    /** Reserved for extensions. Its value lies between those of the frame headers. */
    public static final int JPG = 0xC8;

    public static final int DAC = 0xCC;
    public static final int SOF15 = 0xCF;
    public static final int RST0 = 0xD0;
    public static final int RST7 = 0xD7;
    public static final int SOI = 0xD8;
    public static final int EOI = 0xD9;
    public static final int SOS = 0xDA;
    public static final int DQT = 0xDB;
    public static final int DNL = 0xDC;
    public static final int DRI = 0xDD;
    public static final int APP0 = 0xE0;
    public static final int APP1 = 0xE1;
    public static final int APP2 = 0xE2;
    public static final int APP14 = 0xEE;
    public static final int APP15 = 0xEF;
    public static final int COM = 0xFE;

    private JpegMarker() {}

    /** Whether the marker starts a frame header of any coding process. */
    public static boolean isFrame(int marker) {
        return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
    }

    public static boolean isRestart(int marker) {
        return marker >= RST0 && marker <= RST7;
    }

    public static boolean isApplication(int marker) {
        return marker >= APP0 && marker <= APP15;
    }

    /** Whether the marker has no length field and no data. */
    static boolean standsAlone(int marker) {
        return marker == TEM || isRestart(marker) || marker == SOI || marker == EOI;
    }

    /** Whether T.81 reserves the marker, so that its length is unknown. */
    static boolean isReserved(int marker) {
        return marker > TEM && marker < SOF0;
    }
}
