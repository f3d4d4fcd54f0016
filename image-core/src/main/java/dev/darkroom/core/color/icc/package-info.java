/**
 * A bounded reader of ICC profiles (ICC.1:2022). A profile that cannot be used is an {@link dev.darkroom.core.color.icc.UnusableProfileException} with
 * its reason.
 */
@NullMarked
package dev.darkroom.core.color.icc;

import org.jspecify.annotations.NullMarked;
