package dev.darkroom.hostile.metadata.scan;

import dev.darkroom.hostile.metadata.scan.MetadataFinding.Kind;
import dev.darkroom.hostile.metadata.scan.PictureMetadataScanner.Findings;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Scans the directories of a TIFF structure (TIFF 6.0, section 2; Exif 2.32, 4.6). An orientation is not a finding. */
final class TiffMetadataScanner {
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private final FileSlice block;
    private final Findings traces;
    private final BitSet used = new BitSet();
    private final Set<Long> visited = new HashSet<>();

    private TiffMetadataScanner(FileSlice block, Findings traces) {
        this.block = block;
        this.traces = traces;
    }

    /**
     * @param found the structure, with or without the prefix of a JPEG
     */
    static void scan(FileSlice found, Findings traces) {
        FileSlice tiff = found.says("Exif\0\0", 0) ? found.from(6) : found;
        ByteOrder order = tiff.says("II", 0) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        new TiffMetadataScanner(tiff.in(order), traces).run();
    }

    private void run() {
        used.set(0, 8);
        long at = block.u32(4);
        boolean first = true;
        while (at != 0 && at < block.length() && visited.add(at)) {
            if (!first) {
                traces.add(Kind.THUMBNAIL, "a second EXIF directory");
            }
            at = directory(at);
            first = false;
        }
        for (int i = used.nextClearBit(0); i < block.length(); i = used.nextClearBit(i + 1)) {
            if (block.u8(i) != 0) {
                traces.add(Kind.OTHER, "EXIF bytes that no entry names");
                return;
            }
        }
    }

    /** Scans a directory and returns the offset of the next one. */
    private long directory(long at) {
        int entries = block.u16(at);
        long end = at + 2 + 12L * entries;
        use(at, end + 4);
        for (int i = 0; i < entries && at + 2 + 12L * i < block.length(); i++) {
            entry(at + 2 + 12L * i);
        }
        return block.u32(end);
    }

    private void entry(long at) {
        int tag = block.u16(at);
        int type = block.u16(at + 2);
        long bytes = (type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1) * block.u32(at + 4);
        long value = bytes <= 4 ? at + 8 : block.u32(at + 8);
        use(value, value + bytes);
        switch (tag) {
            case 0x0112 -> {}
            case 0x013B, 0x8298 -> traces.add(Kind.RIGHTS, "EXIF tag " + Integer.toHexString(tag));
            case 0x8825 -> traces.add(Kind.GPS, "EXIF GPS directory");
            case 0x927C, 0xC634 -> traces.add(Kind.MAKER_NOTE, "EXIF maker note");
            case 0xA430, 0xA431, 0xA435, 0xC62F ->
                traces.add(Kind.SERIAL_NUMBER, "EXIF tag " + Integer.toHexString(tag));
            case 0x0201, 0x0202 -> traces.add(Kind.THUMBNAIL, "EXIF thumbnail");
            case 0x02BC -> traces.add(Kind.XMP, "XMP in EXIF");
            case 0x83BB, 0x8649 -> traces.add(Kind.IPTC, "IPTC in EXIF");
            case 0x8769 -> {
                traces.add(Kind.OTHER, "EXIF camera directory");
                if (visited.add(block.u32(at + 8))) {
                    directory(block.u32(at + 8));
                }
            }
            default -> traces.add(Kind.OTHER, "EXIF tag " + Integer.toHexString(tag));
        }
    }

    private void use(long from, long to) {
        if (from < block.length()) {
            used.set((int) from, (int) Math.max(from, Math.min(block.length(), to)));
        }
    }
}
