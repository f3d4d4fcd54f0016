/** Uploads over HTTP: gates, the pipelines behind them, a manifest as the answer. */
@NullMarked
package dev.darkroom.upload;

import org.jspecify.annotations.NullMarked;
