/** Fake codecs and counting memory, and the contracts every implementation of the SPI is held to, as tests to inherit. */
@NullMarked
package dev.darkroom.testkit;

import org.jspecify.annotations.NullMarked;
