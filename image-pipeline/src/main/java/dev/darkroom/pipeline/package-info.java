/**
 * The pipeline and its stages. {@link dev.darkroom.pipeline.Pipeline} calls the stages in order, and each stage is one file: {@code Admit},
 * {@code Identify}, {@code Plan}, {@code Decode}, {@code Render}, {@code Deliver}, {@code Notify}.
 */
@NullMarked
package dev.darkroom.pipeline;

import org.jspecify.annotations.NullMarked;
