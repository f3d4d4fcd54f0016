/**
 * From whatever colour an upload says it has to sRGB, 8 bit: a bounded reader of ICC profiles, the gAMA, cHRM and cICP chunks of PNG, and the
 * evaluator that all of them become.
 *
 * <p>Start reading at {@link dev.darkroom.core.color.ColorTransform}. Nothing here trusts a byte: a profile that cannot be used is an
 * {@link dev.darkroom.core.color.icc.UnusableProfileException} with its reason, and no more memory is taken than one copy of the profile and a table of
 * fixed size.
 */
@NullMarked
package dev.darkroom.core.color;

import org.jspecify.annotations.NullMarked;
