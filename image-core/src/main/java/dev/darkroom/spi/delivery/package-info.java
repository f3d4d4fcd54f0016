/**
 * The SPI for delivery: object stores, publishers and notifiers, and their common timeouts and retry policy.
 */
@NullMarked
package dev.darkroom.spi.delivery;

import org.jspecify.annotations.NullMarked;
