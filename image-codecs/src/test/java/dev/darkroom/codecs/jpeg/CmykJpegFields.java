package dev.darkroom.codecs.jpeg;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes a JPEG of four components that shows twelve fields of one colour each.
 *
 * @param transform transform value of the Adobe segment; -1 for no segment
 * @param ycc whether the samples are stored as YCCK, independent of the Adobe segment
 * @param profile whether the file contains the {@link CmykProfile}
 * @param sampling sampling factors of the first component, such as {@code "2x2"}; the other components have 1x1
 */
record CmykJpegFields(int transform, boolean ycc, boolean profile, String sampling, boolean progressive) {
    static final int FIELD = 32;
    static final int ACROSS = 4;
    static final int DOWN = 3;

    /** Inks of each field: 0 is no ink, 255 is full ink. */
    private static final int[][] INKS = {
        {255, 0, 0, 0}, {0, 255, 0, 0}, {0, 0, 255, 0}, {0, 0, 0, 255},
        {0, 0, 0, 0}, {255, 255, 0, 0}, {0, 255, 255, 0}, {255, 0, 255, 0},
        {128, 64, 32, 0}, {30, 90, 200, 40}, {0, 0, 0, 128}, {200, 30, 60, 100}
    };

    /** All combinations of the parameters. */
    static List<CmykJpegFields> all() {
        List<CmykJpegFields> all = new ArrayList<>();
        for (int transform = -1; transform <= 2; transform++) {
            for (int flags = 0; flags < 8; flags++) {
                for (String sampling : List.of("1x1", "2x1", "2x2")) {
                    all.add(new CmykJpegFields(transform, (flags & 1) > 0, (flags & 2) > 0, sampling, (flags & 4) > 0));
                }
            }
        }
        return all;
    }

    byte[] bytes() {
        int horizontal = sampling.charAt(0) - '0';
        int vertical = sampling.charAt(2) - '0';
        FourComponentJpeg fields =
                new FourComponentJpeg(FIELD, ACROSS, DOWN, horizontal, vertical, (field, c) -> stored(field)[c]);
        byte[] file = progressive ? fields.progressive() : fields.baseline();
        if (profile) {
            file = JpegFixture.withSegment(file, 0xE2, concat("ICC_PROFILE\0\1\1", CmykProfile.bytes()));
        }
        return transform < 0 ? file : JpegFixture.withSegment(file, 0xEE, adobe(transform));
    }

    static byte[] adobe(int transform) {
        return concat("Adobe\0d\0\0\0\0", new byte[] {(byte) transform});
    }

    static boolean hasBlack(int field) {
        return INKS[field][3] > 0;
    }

    /** The expected colour of a field: red, green and blue. */
    int[] color(int field) {
        int[] inks = read(stored(field));
        if (profile) {
            int level = CmykProfile.level(inks);
            return new int[] {level, level, level};
        }
        int paper = 255 - inks[3];
        return new int[] {(255 - inks[0]) * paper / 255, (255 - inks[1]) * paper / 255, (255 - inks[2]) * paper / 255};
    }

    /** The samples of a field as stored in the file. */
    private int[] stored(int field) {
        int[] ink = INKS[field];
        if (!ycc) {
            return new int[] {255 - ink[0], 255 - ink[1], 255 - ink[2], 255 - ink[3]};
        }
        double y = 0.299 * ink[0] + 0.587 * ink[1] + 0.114 * ink[2];
        return new int[] {level(y), level(128 + (ink[2] - y) / 1.772), level(128 + (ink[0] - y) / 1.402), 255 - ink[3]};
    }

    /** The inks that the stored samples represent, by the rule under test. */
    private int[] read(int[] stored) {
        int black = 255 - stored[3];
        if (transform <= 0) {
            return new int[] {255 - stored[0], 255 - stored[1], 255 - stored[2], black};
        }
        double cb = stored[1] - 128;
        double cr = stored[2] - 128;
        return new int[] {
            level(stored[0] + 1.402 * cr),
            level(stored[0] - 0.344136 * cb - 0.714136 * cr),
            level(stored[0] + 1.772 * cb),
            black
        };
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static byte[] concat(String latin1, byte[] rest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin1.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        out.writeBytes(rest);
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return (transform < 0 ? "no Adobe segment" : "Adobe transform " + transform)
                + (ycc ? ", stored as YCCK" : ", stored as CMYK")
                + (profile ? ", ICC profile, " : ", no profile, ")
                + sampling
                + (progressive ? ", progressive" : ", baseline");
    }
}
