package dev.darkroom.codecs.metadata;

import dev.darkroom.core.Bytes;

/** Reads Photoshop's image resource blocks; one of them contains IPTC. */
final class PhotoshopResources {
    private static final int IPTC = 0x0404;

    private PhotoshopResources() {}

    /** The first IPTC resource; empty if there is none, or if a block before it is malformed. */
    static Bytes iptc(Bytes resources) {
        int at = 0;
        while (resources.startsWith("8BIM", at) && at + 7 <= resources.length()) {
            int id = resources.u16(at + 4);
            int nameLength = resources.u8(at + 6) + 1;
            int sizeAt = at + 6 + even(nameLength);
            if (sizeAt + 4 > resources.length()) {
                break;
            }
            long size = resources.u32(sizeAt);
            int data = sizeAt + 4;
            if (size > resources.length() - data) {
                break;
            }
            if (id == IPTC) {
                return resources.slice(data, (int) size);
            }
            at = data + even((int) size);
        }
        return Bytes.empty();
    }

    private static int even(int length) {
        return length + length % 2;
    }
}
