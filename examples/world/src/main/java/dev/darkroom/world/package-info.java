/**
 * A small local world to run workers in: an S3 server behind a link that can be slow or broken, a CDN and an orchestrator.
 *
 * <p>Start reading at {@link dev.darkroom.world.LocalServices}. Everything listens on 127.0.0.1 only and is thread-safe. For tests
 * and demonstrations; nothing here is meant to face a network.
 */
@NullMarked
package dev.darkroom.world;

import org.jspecify.annotations.NullMarked;
