/** A small HTTP server for tests: it records requests, and injects latency and faults. */
@NullMarked
package dev.darkroom.world.http;

import org.jspecify.annotations.NullMarked;
