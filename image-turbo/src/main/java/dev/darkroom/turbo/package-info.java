/** What every part of the fast lane needs. */
@NullMarked
package dev.darkroom.turbo;

import org.jspecify.annotations.NullMarked;
