/**
 * Local services for running workers: an S3 server behind a link that can be slow or faulty, a CDN and an orchestrator.
 *
 * <p>Start reading at {@link dev.darkroom.world.LocalServices}. All servers listen only on 127.0.0.1. All classes are thread-safe. They are
 * for tests and demonstrations only and must not be reachable from a network.
 */
@NullMarked
package dev.darkroom.world;

import org.jspecify.annotations.NullMarked;
