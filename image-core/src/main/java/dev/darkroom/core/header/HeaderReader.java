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

/** Reads the header of a picture for the formats whose container this library parses. */
public final class HeaderReader {
    private HeaderReader() {}

    /**
     * Reads the header.
     *
     * @param format format detected by the signature
     * @throws ImageException malformed when the header is invalid or truncated; unsupported when no decoder could decode the picture
     *     correctly, or when there is no parser for the format
     */
    public static ImageInfo read(Format format, Bytes source) throws ImageException {
        return switch (format) {
            case JPEG -> JpegHeader.read(source).info();
            case PNG -> PngHeader.read(source).info();
            case GIF -> GifHeader.read(source).info();
            case WEBP -> WebpHeader.read(source).info();
            case SVG -> SvgHeader.read(source).info();
            default -> throw ImageException.unsupported(format.title() + " headers are not supported");
        };
    }
}
