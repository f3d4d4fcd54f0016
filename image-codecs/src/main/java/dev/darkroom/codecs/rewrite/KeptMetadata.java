package dev.darkroom.codecs.rewrite;

import dev.darkroom.core.Bytes;

/**
 * The metadata that is written to the rewritten file. Each block is empty if absent.
 *
 * @param exif a TIFF structure without a container prefix
 * @param xmp an XMP packet in UTF-8
 * @param icc the profile that the header parser found, after {@link IccProfileCleaner#cleaned}; not used for PNG: its rewriter reads the
 *     iCCP chunk itself, because another chunk may override it
 */
record KeptMetadata(Bytes exif, Bytes xmp, Bytes icc) {}
