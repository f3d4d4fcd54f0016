package dev.darkroom.core.color.icc;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The position of each tag's data (ICC.1:2022 7.3). Tags may overlap. If two tags have the same name, the first is used. */
final class TagTable {
    /** Maximum number of tags. Profiles in use have fewer, usually a few dozen. */
    static final int MAX_TAGS = 256;

    private record Extent(long offset, long size) {}

    private final IccBytes bytes;
    private final Map<String, Extent> extents;

    private TagTable(IccBytes bytes, Map<String, Extent> extents) {
        this.bytes = bytes;
        this.extents = extents;
    }

    static TagTable parse(IccBytes bytes) throws UnusableProfileException {
        long count = bytes.u32(IccHeader.BYTES);
        if (count > MAX_TAGS) {
            throw new UnusableProfileException("it states " + count + " tags (at most " + MAX_TAGS + " are read)");
        }
        Map<String, Extent> extents = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int at = IccHeader.BYTES + 4 + 12 * i;
            Extent extent = new Extent(bytes.u32(at + 4), bytes.u32(at + 8));
            extents.putIfAbsent(bytes.signature(at), extent);
        }
        return new TagTable(bytes, extents);
    }

    boolean has(String tag) {
        return extents.containsKey(tag);
    }

    /** The data of a tag, or null if there is no such tag. Fails if the data is outside the profile. */
    @Nullable
    IccBytes find(String tag) throws UnusableProfileException {
        Extent extent = extents.get(tag);
        if (extent == null) {
            return null;
        }
        if (extent.offset + extent.size > bytes.length()) {
            throw new UnusableProfileException("tag '" + tag + "' lies outside the profile");
        }
        return bytes.part(extent.offset, extent.size);
    }

    IccBytes require(String tag) throws UnusableProfileException {
        IccBytes data = find(tag);
        if (data == null) {
            throw new UnusableProfileException("tag '" + tag + "' is missing");
        }
        return data;
    }

    /** The first triple of an XYZType (ICC.1:2022 10.31). */
    double[] xyz(String tag) throws UnusableProfileException {
        IccBytes data = require(tag);
        if (!data.signature(0).equals("XYZ ")) {
            throw new UnusableProfileException(
                    "tag '" + tag + "' is of type '" + data.signature(0) + "' instead of XYZ");
        }
        return new double[] {data.s15f16(8), data.s15f16(12), data.s15f16(16)};
    }
}
