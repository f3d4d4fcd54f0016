package dev.darkroom.codecs.rewrite;

import dev.darkroom.codecs.BinaryWriter;
import dev.darkroom.codecs.metadata.Rights;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.Orientation;
import java.nio.charset.StandardCharsets;

/**
 * A TIFF structure (TIFF 6.0, section 2) with one directory. The directory contains the orientation if it is not 1, and the artist and the
 * copyright if present. Text outside ASCII is written as UTF-8, as common metadata tools do.
 */
final class MinimalExif {
    private static final int ORIENTATION = 0x0112;
    private static final int ARTIST = 0x013B;
    private static final int COPYRIGHT = 0x8298;
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    private final Orientation orientation;
    private final byte[] artist;
    private final byte[] copyright;

    private MinimalExif(Orientation orientation, Rights rights) {
        this.orientation = orientation;
        this.artist = terminated(rights.exifArtist());
        this.copyright = terminated(rights.exifCopyright());
    }

    /** Returns the TIFF structure; empty if there is no field to write. */
    static Bytes of(Orientation orientation, Rights rights) {
        return new MinimalExif(orientation, rights).write();
    }

    private Bytes write() {
        int entries = (orientation == Orientation.NORMAL ? 0 : 1) + count(artist) + count(copyright);
        if (entries == 0) {
            return Bytes.empty();
        }
        int texts = HEADER + 2 + entries * ENTRY + 4;
        BinaryWriter out = new BinaryWriter(texts + artist.length + copyright.length + 2);
        out.latin1("MM").u16(42).u32(HEADER).u16(entries);
        if (orientation != Orientation.NORMAL) {
            out.u16(ORIENTATION).u16(SHORT).u32(1).u16(orientation.exif()).u16(0);
        }
        int artistEnd = texts + outside(artist);
        writeEntry(out, ARTIST, artist, texts);
        writeEntry(out, COPYRIGHT, copyright, artistEnd);
        out.u32(0);
        writeOutside(out, artist);
        writeOutside(out, copyright);
        return out.toBytes();
    }

    private static void writeEntry(BinaryWriter out, int tag, byte[] text, int offset) {
        if (text.length == 0) {
            return;
        }
        out.u16(tag).u16(ASCII).u32(text.length);
        if (text.length > 4) {
            out.u32(offset);
        } else {
            for (int i = 0; i < 4; i++) {
                out.u8(i < text.length ? text[i] : 0);
            }
        }
    }

    private static void writeOutside(BinaryWriter out, byte[] text) {
        if (text.length > 4) {
            out.bytes(Bytes.wrap(text));
            if (text.length % 2 == 1) {
                out.u8(0);
            }
        }
    }

    /** Bytes that a text takes after the directory. Values start at even offsets. */
    private static int outside(byte[] text) {
        return text.length > 4 ? text.length + text.length % 2 : 0;
    }

    private static int count(byte[] text) {
        return text.length == 0 ? 0 : 1;
    }

    private static byte[] terminated(String text) {
        return text.isEmpty() ? new byte[0] : (text + "\0").getBytes(StandardCharsets.UTF_8);
    }
}
