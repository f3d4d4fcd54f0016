package dev.darkroom.core.header;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.header.gif.GifHeader;
import dev.darkroom.core.header.jpeg.JpegHeader;
import dev.darkroom.core.header.png.PngHeader;
import dev.darkroom.core.header.svg.SvgHeader;
import dev.darkroom.core.header.webp.WebpHeader;

/** Reads what a header says, for the formats whose container is parsed here. */
public final class HeaderReader {
    private HeaderReader() {}

    /**
     * @param format what the signature says
     * @throws ImageException malformed where the header breaks its format's rules or is cut off; unsupported where no decoder could do
     *     the picture right, or where there is no parser for the format
     */
    public static ImageInfo read(Format format, Bytes source) throws ImageException {
        return switch (format) {
            case JPEG -> JpegHeader.read(source).info();
            case PNG -> PngHeader.read(source).info();
            case GIF -> GifHeader.read(source).info();
            case WEBP -> WebpHeader.read(source).info();
            case SVG -> SvgHeader.read(source).info();
            default -> throw ImageException.unsupported(format.title() + " headers cannot be read here");
        };
    }
}
