package dev.darkroom.codecs.rewrite;

import dev.darkroom.codecs.metadata.ExtractedMetadata;
import dev.darkroom.codecs.metadata.MetadataBlocks;
import dev.darkroom.codecs.metadata.Rights;
import dev.darkroom.core.Bytes;
import dev.darkroom.core.ColorEncoding;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.header.HeaderReader;
import dev.darkroom.spi.codec.Rewriter;
import java.util.Set;

/**
 * Removes metadata from JPEG, PNG, WebP and GIF files. The rewriter writes the orientation and the profile of the header parser's
 * {@link ImageInfo}, so the rewritten file is displayed like the source.
 *
 * <p>{@link Keep#COPYRIGHT} preserves these fields, each up to 1 KiB of UTF-8: EXIF Copyright and Artist in EXIF; XMP dc:rights,
 * dc:creator, photoshop:Credit, xmpRights:UsageTerms and xmpRights:WebStatement in XMP. IPTC copyright notice, by-line and credit are
 * written to the corresponding XMP fields if those are empty. A GIF gets XMP only.
 */
public final class PortableRewriter implements Rewriter {
    @Override
    public String name() {
        return "portable-rewriter";
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.JPEG, Format.PNG, Format.WEBP, Format.GIF);
    }

    @Override
    public Bytes rewrite(Format format, Bytes source, Keep keep) throws ImageException {
        return rewrite(format, source, keep, Context.none());
    }

    @Override
    public Bytes rewrite(Format format, Bytes source, Keep keep, Context context) throws ImageException {
        if (!formats().contains(format)) {
            throw ImageException.unsupported(format.title() + " cannot be rewritten here: JPEG, PNG, WebP and GIF can");
        }
        ImageInfo info = HeaderReader.read(format, source);
        Rights rights = keep == Keep.COPYRIGHT
                ? Rights.of(ExtractedMetadata.of(MetadataBlocks.of(format, source)))
                : Rights.NONE;
        KeptMetadata kept =
                new KeptMetadata(MinimalExif.of(info.orientation(), rights), RightsXmp.of(rights), profile(info));
        return switch (format) {
            case JPEG -> JpegRewriter.rewrite(source, kept, context.deadline());
            case PNG -> PngRewriter.rewrite(source, kept, context);
            case WEBP -> WebpRewriter.rewrite(source, kept, info.stored(), info.alpha(), context);
            case GIF -> GifRewriter.rewrite(source, kept, context);
            default -> throw new IllegalStateException("no rewriter for " + format);
        };
    }

    private static Bytes profile(ImageInfo info) {
        return info.color() instanceof ColorEncoding.Icc icc
                ? IccProfileCleaner.cleaned(icc.profile()).orElse(Bytes.empty())
                : Bytes.empty();
    }
}
