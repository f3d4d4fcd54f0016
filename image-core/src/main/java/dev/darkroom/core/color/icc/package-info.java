/**
 * A bounded reader of ICC profiles (ICC.1:2022). A profile that cannot be used causes an {@link
 * dev.darkroom.core.color.icc.UnusableProfileException} with the reason.
 */
@NullMarked
package dev.darkroom.core.color.icc;

import org.jspecify.annotations.NullMarked;
