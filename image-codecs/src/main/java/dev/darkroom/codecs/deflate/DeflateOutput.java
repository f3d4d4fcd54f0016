package dev.darkroom.codecs.deflate;

/** Receives deflated bytes. */
public interface DeflateOutput {
    /** Takes the first {@code length} bytes of the array. The array is used again after the call. */
    void write(byte[] bytes, int length);
}
