package dev.darkroom.hostile.file;

import java.nio.charset.StandardCharsets;

/** Makes SVG documents with hostile content. */
public final class SvgText {
    public static final String ROOT =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100' height='80'>";

    private SvgText() {}

    /** A drawing of 100 by 80 with the content. */
    public static byte[] drawing(String content) {
        return utf8(ROOT + content + "</svg>");
    }

    /**
     * @param subset internal subset of the document type; the content can use the entity {@code &x;}
     */
    public static byte[] withSubset(String subset, String content) {
        return utf8("<?xml version='1.0'?><!DOCTYPE svg [" + subset + "]>" + ROOT + content + "</svg>");
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
