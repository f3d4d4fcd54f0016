package dev.darkroom.hostile.file;

import java.nio.charset.StandardCharsets;

/** SVG documents around what is wrong with them. */
public final class SvgText {
    public static final String ROOT =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100' height='80'>";

    private SvgText() {}

    /** In a drawing of 100 by 80. */
    public static byte[] drawing(String content) {
        return utf8(ROOT + content + "</svg>");
    }

    /**
     * @param subset of the document type, in whose drawing {@code &x;} may stand
     */
    public static byte[] withSubset(String subset, String content) {
        return utf8("<?xml version='1.0'?><!DOCTYPE svg [" + subset + "]>" + ROOT + content + "</svg>");
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
