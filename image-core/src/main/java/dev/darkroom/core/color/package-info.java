/**
 * Converts the colour encoding of an upload to 8-bit sRGB: from ICC profiles, by a bounded reader, and from the PNG chunks gAMA, cHRM and
 * cICP.
 *
 * <p>The entry point is {@link dev.darkroom.core.color.ColorTransform}. The input is untrusted. A profile that cannot be used causes an
 * {@link dev.darkroom.core.color.icc.UnusableProfileException} with the reason. The memory is limited to one copy of the profile and a
 * table of fixed size.
 */
@NullMarked
package dev.darkroom.core.color;

import org.jspecify.annotations.NullMarked;
