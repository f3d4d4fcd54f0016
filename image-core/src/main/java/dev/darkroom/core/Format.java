package dev.darkroom.core;

/**
 * A file format, detected by its magic bytes. A pipeline can accept the first five. The other formats are listed so that a rejection can
 * name the format of the upload.
 */
public enum Format {
    JPEG("JPEG", "image/jpeg", "jpg"),
    PNG("PNG", "image/png", "png"),
    GIF("GIF", "image/gif", "gif"),
    WEBP("WebP", "image/webp", "webp"),
    SVG("SVG", "image/svg+xml", "svg"),
    AVIF("AVIF", "image/avif", "avif"),
    HEIF("HEIF", "image/heif", "heic"),
    JPEG_XL("JPEG XL", "image/jxl", "jxl"),
    JPEG_2000("JPEG 2000", "image/jp2", "jp2"),
    TIFF("TIFF", "image/tiff", "tif"),
    BMP("BMP", "image/bmp", "bmp"),
    ICO("ICO", "image/vnd.microsoft.icon", "ico"),
    PSD("Photoshop", "image/vnd.adobe.photoshop", "psd"),
    PDF("PDF", "application/pdf", "pdf"),
    ZIP("ZIP", "application/zip", "zip"),
    GZIP("gzip", "application/gzip", "gz"),
    HTML("HTML", "text/html", "html"),
    XML("XML", "application/xml", "xml"),
    WINDOWS_EXECUTABLE("Windows executable", "application/vnd.microsoft.portable-executable", "exe"),
    ELF_EXECUTABLE("ELF executable", "application/x-elf", "elf"),
    SCRIPT("script", "text/x-shellscript", "sh");

    private final String title;
    private final String mediaType;
    private final String extension;

    Format(String title, String mediaType, String extension) {
        this.title = title;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The display name, such as {@code "WebP"}. */
    public String title() {
        return title;
    }

    /** The IANA media type, such as {@code "image/webp"}. */
    public String mediaType() {
        return mediaType;
    }

    /** The usual file name extension, without a dot. */
    public String extension() {
        return extension;
    }
}
