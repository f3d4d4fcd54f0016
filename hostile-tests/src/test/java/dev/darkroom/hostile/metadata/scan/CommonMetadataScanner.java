package dev.darkroom.hostile.metadata.scan;

import dev.darkroom.hostile.metadata.scan.MetadataFinding.Kind;
import dev.darkroom.hostile.metadata.scan.PictureMetadataScanner.Findings;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Scans metadata that is the same in every container: XMP packets, ICC profiles and compressed streams. */
public final class CommonMetadataScanner {
    private static final Pattern NAME = Pattern.compile("[<\\s]([A-Za-z]\\w*:[A-Za-z]\\w*)(?=[\\s=>/])");
    private static final Set<String> RIGHTS = Set.of(
            "x:xmpmeta",
            "xmlns:x",
            "rdf:RDF",
            "xmlns:rdf",
            "rdf:Description",
            "rdf:about",
            "xmlns:dc",
            "xmlns:xmpRights",
            "xmlns:photoshop",
            "rdf:Alt",
            "rdf:Seq",
            "rdf:li",
            "xml:lang",
            "dc:rights",
            "dc:creator",
            "photoshop:Credit",
            "xmpRights:UsageTerms",
            "xmpRights:WebStatement");
    /** Tags of a display profile that describe the device: registered tags and private tags of Apple. */
    private static final Set<String> DEVICE_TAGS = Set.of("mmod", "meta", "dscm", "ndin");

    private static final int MOST_INFLATED = 1 << 20;

    private CommonMetadataScanner() {}

    static void xmp(String packet, String where, Findings traces) {
        Matcher names = NAME.matcher(packet);
        while (names.find()) {
            if (!RIGHTS.contains(names.group(1))) {
                traces.add(Kind.XMP, where + " with " + names.group(1));
                return;
            }
        }
        traces.add(Kind.RIGHTS, where);
    }

    static void xmp(byte[] packet, String where, Findings traces) {
        xmp(new String(packet, StandardCharsets.UTF_8), where, traces);
    }

    /** Scans an ICC profile (ICC.1:2022, 7.2 and 7.3). A profile is part of the picture, but the serial number of a display is not. */
    static void profile(FileSlice profile, Findings traces) {
        long tags = Math.min(profile.u32(128), 200);
        for (int tag = 0; tag < tags; tag++) {
            int entry = 132 + 12 * tag;
            FileSlice data = profile.part((int) profile.u32(entry + 4), (int) profile.u32(entry + 8));
            if (DEVICE_TAGS.contains(profile.text(entry, 4)) && !isBlank(data)) {
                traces.add(Kind.SERIAL_NUMBER, "ICC tag " + profile.text(entry, 4));
            }
        }
        if (profile.u32(0) != profile.length()) {
            traces.add(Kind.TRAILING_DATA, "an ICC profile of " + profile.u32(0) + " bytes in " + profile.length());
        }
    }

    private static boolean isBlank(FileSlice data) {
        for (int i = 0; i < data.length(); i++) {
            if (data.u8(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The inflated data, as far as the data starts with a valid zlib stream. */
    public static byte[] inflated(FileSlice data) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data.file(), data.start(), data.length());
            EndianWriter out = EndianWriter.big();
            byte[] buffer = new byte[4096];
            while (!inflater.finished() && out.length() < MOST_INFLATED) {
                int count = inflater.inflate(buffer);
                if (count == 0) {
                    break;
                }
                out.bytes(buffer, 0, count);
            }
            return out.toArray();
        } catch (DataFormatException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }
}
