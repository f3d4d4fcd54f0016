package dev.darkroom.core.color.icc;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.color.ColorTransform;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds ICC profiles for tests. Mutable; each method returns the same instance. */
public final class IccWriter {
    private final Map<String, byte[]> tags = new LinkedHashMap<>();
    private final String space;
    private int version = 4;
    private String deviceClass = "mntr";
    private String pcs = "XYZ ";
    private int intent;

    private IccWriter(String space) {
        this.space = space;
    }

    public static IccWriter of(String space) {
        return new IccWriter(space);
    }

    /** An RGB profile with one curve for all channels and the D50-adapted colorants of sRGB, as published in ICC's own sRGB profiles. */
    public static IccWriter srgbColorants(byte[] curve) {
        return of("RGB ")
                .tag("rXYZ", TagBytes.xyz(0.43607, 0.22249, 0.01392))
                .tag("gXYZ", TagBytes.xyz(0.38515, 0.71687, 0.09708))
                .tag("bXYZ", TagBytes.xyz(0.14307, 0.06061, 0.71410))
                .curves(curve);
    }

    public IccWriter version(int major) {
        version = major;
        return this;
    }

    IccWriter deviceClass(String signature) {
        deviceClass = signature;
        return this;
    }

    public IccWriter lab() {
        pcs = "Lab ";
        return this;
    }

    IccWriter pcs(String signature) {
        pcs = signature;
        return this;
    }

    IccWriter intent(int code) {
        intent = code;
        return this;
    }

    public IccWriter tag(String name, byte[] data) {
        tags.put(name, data);
        return this;
    }

    IccWriter without(String name) {
        tags.remove(name);
        return this;
    }

    public IccWriter curves(byte[] curve) {
        return tag("rTRC", curve).tag("gTRC", curve).tag("bTRC", curve);
    }

    public byte[] bytes() {
        int at = 132 + 12 * tags.size();
        int size = at
                + tags.values().stream().mapToInt(data -> data.length + 3 & ~3).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(size).putInt(0).put((byte) version).put((byte) 0x40).putShort((short) 0);
        out.put(ascii(deviceClass)).put(ascii(space)).put(ascii(pcs));
        out.position(36).put(ascii("acsp"));
        out.position(64).putInt(intent);
        out.position(128).putInt(tags.size());
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            int length = tag.getValue().length;
            out.put(ascii(tag.getKey())).putInt(at).putInt(length);
            System.arraycopy(tag.getValue(), 0, out.array(), at, length);
            at += length + 3 & ~3;
        }
        return out.array();
    }

    public IccProfile profile() throws UnusableProfileException {
        return IccProfile.parse(Bytes.wrap(bytes()));
    }

    public ColorTransform transform() throws UnusableProfileException {
        return ColorTransform.of(profile());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
