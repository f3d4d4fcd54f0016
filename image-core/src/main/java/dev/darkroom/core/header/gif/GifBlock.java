package dev.darkroom.core.header.gif;

import dev.darkroom.core.Bytes;

/**
 * One GIF block: offsets into the file it was found in.
 *
 * @param start of its introducer; the whole block, with colour table, sub-blocks and terminator, is {@code start} to {@code end}
 * @param dataStart of an extension, its first sub-block's length; of an image, the nine bytes of its descriptor after the introducer
 */
public record GifBlock(Kind kind, int start, int dataStart, int end) {
    /** What a block is (GIF89a, appendix A). */
    public enum Kind {
        IMAGE,
        GRAPHIC_CONTROL,
        COMMENT,
        PLAIN_TEXT,
        APPLICATION,
        OTHER_EXTENSION,
        TRAILER
    }

    /** Whether it is an application extension with this identifier and code, such as {@code "NETSCAPE2.0"}. */
    public boolean isApplication(Bytes file, String identifier) {
        return kind == Kind.APPLICATION
                && file.u8(dataStart) == identifier.length()
                && dataStart + 1 + identifier.length() <= end
                && file.startsWith(identifier, dataStart + 1);
    }
}
