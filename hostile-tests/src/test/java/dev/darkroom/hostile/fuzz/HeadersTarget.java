package dev.darkroom.hostile.fuzz;

import dev.darkroom.codecs.metadata.MetadataInspector;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.ColorModel;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.color.ColorTransform;
import dev.darkroom.core.color.icc.IccProfile;
import dev.darkroom.core.color.icc.UnusableProfileException;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.core.signature.Signature;
import java.util.EnumSet;
import java.util.Set;

/**
 * Fuzz target: the signature, the header of the detected format, the colour space of the header, the copyright metadata, and the input as
 * an ICC profile.
 */
public final class HeadersTarget {
    private static final Set<Format> READ = EnumSet.of(Format.JPEG, Format.PNG, Format.GIF, Format.WEBP, Format.SVG);
    private static final int PIXELS = 70;

    private HeadersTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        file(input);
        PngChecksums.mended(input).ifPresent(HeadersTarget::file);
        profile(Bytes.copyOf(input));
    }

    private static void file(byte[] input) {
        Bytes bytes = Bytes.copyOf(input);
        Format format = Signature.of(bytes).orElse(null);
        if (format == null) {
            require(!Signature.unrecognized(bytes).isBlank(), "a refusal without a message");
        } else if (READ.contains(format)) {
            FuzzContract.keep(() -> header(format, bytes));
        }
    }

    private static void header(Format format, Bytes bytes) throws ImageException {
        ImageInfo info = HeaderReader.read(format, bytes);
        require(info.format() == format, "another format");
        require(info.frames() >= 1 && info.bitDepth() >= 1 && info.bitDepth() <= 16, "impossible: " + info);
        int components = info.model() == ColorModel.GRAY ? 1 : 3;
        apply(ColorTransform.from(info.color(), components).transform(), components);
        if (info.color() instanceof ColorEncoding.Icc icc) {
            require(icc.profile().length() <= IccProfile.MAX_BYTES + bytes.length(), "a profile larger than its file");
        }
        if (format != Format.SVG) {
            new MetadataInspector().inspect(format, bytes);
        }
    }

    private static void profile(Bytes bytes) {
        FuzzContract.keep(() -> {
            try {
                IccProfile profile = IccProfile.parse(bytes);
                require(profile.description().length() <= 100, "a name of more than 100 characters");
                apply(ColorTransform.of(profile), 3);
            } catch (UnusableProfileException e) {
                require(!e.reason().isBlank(), "unusable without a reason");
            }
        });
    }

    private static void apply(ColorTransform transform, int channels) {
        byte[] row = new byte[PIXELS * channels];
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) (i * 37);
        }
        transform.apply(row, 0, PIXELS, channels);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
