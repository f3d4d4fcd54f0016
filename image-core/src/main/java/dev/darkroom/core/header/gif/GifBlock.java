package dev.darkroom.core.header.gif;

import dev.darkroom.core.Bytes;

/**
 * One GIF block, given as offsets into its file.
 *
 * @param start offset of the introducer; the complete block with colour table, sub-blocks and terminator is {@code start} to {@code end}
 * @param dataStart for an extension, offset of the length of its first sub-block; for an image, offset of the nine bytes of its
 *     descriptor after the introducer
 * @param end offset after the block
 */
public record GifBlock(Kind kind, int start, int dataStart, int end) {
    /** The kind of a block (GIF89a, appendix A). */
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
