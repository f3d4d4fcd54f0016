/**
 * The SPI for delivery: object stores, publishers and notifiers, with the timeouts and retries they share.
 */
@NullMarked
package dev.darkroom.spi.delivery;

import org.jspecify.annotations.NullMarked;
