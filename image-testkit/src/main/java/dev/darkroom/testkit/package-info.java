/** Fake codecs, counting memory, and contract tests that the tests of every SPI implementation inherit. */
@NullMarked
package dev.darkroom.testkit;

import org.jspecify.annotations.NullMarked;
