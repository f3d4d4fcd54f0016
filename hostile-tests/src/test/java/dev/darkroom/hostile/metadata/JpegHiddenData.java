package dev.darkroom.hostile.metadata;

import dev.darkroom.hostile.metadata.scan.EndianWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Hides data in a JPEG: in segments of every kind before, between and after its scans, between segments, and after its end. */
final class JpegHiddenData {
    private static final int APP0 = 0xE0;
    private static final int COM = 0xFE;

    private final Canaries needles;
    private final Random random;
    private boolean owned;

    private JpegHiddenData(Canaries needles, Random random) {
        this.needles = needles;
        this.random = random;
    }

    static byte[] hide(byte[] clean, Canaries needles, Random random) {
        return new JpegHiddenData(needles, random).hide(clean);
    }

    private byte[] hide(byte[] clean) {
        List<Integer> gaps = gaps(clean);
        int count = 1 + random.nextInt(7);
        EndianWriter out = EndianWriter.big();
        int firstScan = firstScan(clean);
        int copied = 0;
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(gaps.get(random.nextInt(gaps.size())));
        }
        // cameras put metadata before the first scan
        chosen.add(2);
        chosen.sort(null);
        for (int gap : chosen) {
            out.bytes(clean, copied, gap);
            copied = gap;
            plant(out, gap <= firstScan);
        }
        out.bytes(clean, copied, clean.length);
        if (random.nextInt(3) == 0) {
            out.bytes(new byte[random.nextInt(5)]).bytes(CommonHiddenData.video(needles));
        } else if (random.nextInt(3) == 0) {
            out.bytes(secondPicture(clean));
        }
        return out.toArray();
    }

    /** The next picture of a multi-picture file, with its own metadata. */
    private byte[] secondPicture(byte[] clean) {
        EndianWriter second = EndianWriter.big().bytes(clean, 0, 2);
        segment(second, 0xE1, "Exif\0\0", CameraTiff.make(needles, random, false));
        return second.bytes(clean, 2, clean.length).toArray();
    }

    /**
     * @param early whether the library reads copyright at this place
     */
    private void plant(EndianWriter out, boolean early) {
        if (random.nextInt(6) == 0) {
            out.u8(0xFF); // a fill byte (T.81, B.1.1.2)
        }
        boolean rights = early && !owned;
        switch (random.nextInt(13)) {
            case 0, 1 -> {
                owned |= early;
                segment(out, 0xE1, "Exif\0\0", CameraTiff.make(needles, random, rights));
            }
            case 2 -> {
                owned |= early;
                segment(out, 0xE1, "http://ns.adobe.com/xap/1.0/\0", CommonHiddenData.xmp(needles, rights));
            }
            case 3 -> extendedXmp(out);
            case 4 -> {
                owned |= early;
                photoshop(out, rights);
            }
            case 5 -> segment(out, COM, "", text(needles.hidden("JPEG comment")));
            case 6 -> segment(out, APP0, "JFXX\0\u0010", text(needles.hidden("JFXX thumbnail")));
            case 7 -> segment(out, 0xE2, "MPF\0MM\0*\0\0\0\b", text(needles.hidden("MPF index")));
            case 8 -> segment(out, 0xE2, "ICC_PROFILE\0\u0001\u0001", CommonHiddenData.profile(needles));
            case 9 -> segment(out, 0xEB, "JP\0\0\0\0\0\0", text("jumbc2pa" + needles.hidden("C2PA manifest")));
            case 11 -> {
                if (!early) {
                    segment(out, 0xDC, "\0+", text(needles.hidden("tail of a number of lines")));
                }
            }
            case 10 -> segment(out, 0xE3 + random.nextInt(11), "", text(needles.hidden("application segment")));
            default -> segment(out, 0xEC, "[picture info]", text("Serial#=" + needles.hidden("APP12 serial number")));
        }
    }

    /** Writes extended XMP: a digest, the full length and the offset of the part (XMP specification part 3, 1.1.3.1). */
    private void extendedXmp(EndianWriter out) {
        byte[] packet = CommonHiddenData.xmp(needles, false);
        int half = packet.length / 2;
        for (int start : random.nextBoolean() ? new int[] {0, half} : new int[] {half, 0}) {
            byte[] part = EndianWriter.big()
                    .text("0123456789ABCDEF0123456789ABCDEF")
                    .u32(packet.length)
                    .u32(start)
                    .bytes(packet, start, start == 0 ? half : packet.length)
                    .toArray();
            segment(out, 0xE1, "http://ns.adobe.com/xmp/extension/\0", part);
        }
    }

    private void photoshop(EndianWriter out, boolean rights) {
        byte[] iptc = CommonHiddenData.iptc(needles, rights);
        byte[] thumbnail = text("\0\0\0\1" + needles.hidden("Photoshop thumbnail"));
        EndianWriter resources = EndianWriter.big();
        resource(resources, 0x040C, thumbnail);
        resource(resources, 0x0404, iptc);
        segment(out, 0xED, "Photoshop 3.0\0", resources.toArray());
    }

    private static void resource(EndianWriter out, int id, byte[] data) {
        out.text("8BIM").u16(id).u16(0).u32(data.length).bytes(data);
        if (data.length % 2 == 1) {
            out.u8(0);
        }
    }

    private static void segment(EndianWriter out, int marker, String head, byte[] data) {
        out.u8(0xFF, marker).u16(2 + head.length() + data.length).text(head).bytes(data);
    }

    private static byte[] text(String text) {
        return EndianWriter.big().text(text).toArray();
    }

    static int firstScan(byte[] file) {
        int at = 2;
        while ((file[at + 1] & 0xFF) != 0xDA) {
            at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
        }
        return at;
    }

    /** Offsets at which a segment may start: after SOI and before every other marker except restart markers. */
    static List<Integer> gaps(byte[] file) {
        List<Integer> gaps = new ArrayList<>();
        int at = 2;
        while (at + 4 <= file.length) {
            gaps.add(at);
            int marker = file[at + 1] & 0xFF;
            at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
            if (marker == 0xDA) {
                while (file[at] != -1 || file[at + 1] == 0 || (file[at + 1] & 0xF8) == 0xD0) {
                    at++;
                }
            }
        }
        return gaps;
    }
}
