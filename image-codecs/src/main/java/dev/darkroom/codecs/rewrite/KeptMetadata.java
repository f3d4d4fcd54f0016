package dev.darkroom.codecs.rewrite;

import dev.darkroom.core.Bytes;

/**
 * What goes into the rewritten file beside the picture, each empty where there is nothing.
 *
 * @param exif a TIFF structure, without any container's prefix
 * @param xmp a packet in UTF-8
 * @param icc the profile that the header parser found, {@link IccProfileCleaner#cleaned}; a PNG's is found in its own place, as others that
 *     overrule it may stand beside it
 */
record KeptMetadata(Bytes exif, Bytes xmp, Bytes icc) {}
