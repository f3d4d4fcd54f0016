/** Uploads over HTTP: checks, pipelines, and a manifest as the response. */
@NullMarked
package dev.darkroom.upload;

import org.jspecify.annotations.NullMarked;
