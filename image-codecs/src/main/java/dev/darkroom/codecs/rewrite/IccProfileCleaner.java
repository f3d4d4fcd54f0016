package dev.darkroom.codecs.rewrite;

import dev.darkroom.core.Bytes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;

/**
 * Removes private data from an ICC profile. It overwrites with zeros the data of private tags (Apple's {@code mmod} contains the display's
 * serial number, {@code meta} its EDID), the header's reserved bytes, and bytes that belong to no tag. It removes the private tags from the
 * tag table. Offsets, and all tags that ICC.1 registers, stay unchanged. A profile without such data is not changed.
 */
final class IccProfileCleaner {
    private static final int HEADER = 128;
    private static final int ENTRY = 12;
    private static final int TABLE = HEADER + 4;
    private static final int VERSION = 8;
    /** The first major version with a profile id. In earlier versions these bytes are reserved. */
    private static final int WITH_ID = 4;
    /** Start of the reserved bytes, which extend to the end of the header (7.2.19). */
    private static final int RESERVED_START = 100;

    private static final int ID_START = 84;
    private static final int ID_END = 100;
    /** ICC.1:2001-04, clause 6.4, and ICC.1:2022, clause 9.2; without PostScript and host-dependent screening tags. */
    private static final Set<String> REGISTERED = Set.of("""
            A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 B2D0 B2D1 B2D2 B2D3 D2B0 D2B1 D2B2 D2B3 abst bTRC bXYZ bkpt calt chad chrm cicp ciis \
            clot clro clrt cprt desc dmdd dmnd gTRC gXYZ gamt gbd0 gbd1 gbd2 gbd3 kTRC lumi meas ncl2 ncol pre0 pre1 pre2 pseq psid \
            rTRC rXYZ resp rig0 rig2 tech view vued wtpt""".split(" "));

    private IccProfileCleaner() {}

    /**
     * Returns the cleaned profile. Returns empty if the bytes are not an ICC profile (ICC.1:2022, clause 7.2). Bytes after the size in the
     * profile header are cut off.
     */
    static Optional<Bytes> cleaned(Bytes profile) {
        if (profile.length() < HEADER + 4 || !profile.startsWith("acsp", 36)) {
            return Optional.empty();
        }
        long size = profile.u32(0);
        long tags = profile.u32(HEADER);
        if (size > profile.length() || size < HEADER + 4 + tags * ENTRY) {
            return Optional.empty();
        }
        return Optional.of(blanked(profile.slice(0, (int) size), (int) tags));
    }

    private static Bytes blanked(Bytes profile, int tags) {
        byte[] blanked = profile.toArray();
        BitSet used = new BitSet(profile.length());
        used.set(0, RESERVED_START);
        int kept = 0;
        for (int tag = 0; tag < tags; tag++) {
            int entry = TABLE + tag * ENTRY;
            long start = profile.u32(entry + 4);
            long end = start + profile.u32(entry + 8);
            boolean inside = start >= TABLE + tags * ENTRY && end <= profile.length();
            if (inside && REGISTERED.contains(signature(profile, entry))) {
                used.set((int) start, (int) end);
                profile.copyTo(entry, blanked, TABLE + kept * ENTRY, ENTRY);
                kept++;
            }
        }
        used.set(HEADER, TABLE + kept * ENTRY);
        for (int i = 0; i < 4; i++) {
            blanked[HEADER + i] = (byte) (kept >>> 24 - 8 * i);
        }
        for (int at = used.nextClearBit(0); at < blanked.length; at = used.nextClearBit(at + 1)) {
            blanked[at] = 0;
        }
        if (!Bytes.wrap(blanked).equals(profile) || (blanked[VERSION] & 0xFF) < WITH_ID) {
            // The profile id is a checksum (7.2.18). Zero means that the profile has no id.
            Arrays.fill(blanked, ID_START, ID_END, (byte) 0);
        }
        return Bytes.wrap(blanked);
    }

    private static String signature(Bytes profile, int entry) {
        StringBuilder name = new StringBuilder(4);
        for (int i = 0; i < 4; i++) {
            name.append((char) profile.u8(entry + i));
        }
        return name.toString();
    }
}
