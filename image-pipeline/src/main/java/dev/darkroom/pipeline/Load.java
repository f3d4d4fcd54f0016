package dev.darkroom.pipeline;

/**
 * How busy a pipeline is, for gauges.
 *
 * @param memoryBytes granted to jobs, in pixels and working memory
 * @param memoryLimit how much may be
 * @param waiting jobs that wait for memory
 * @param coresBusy cores that work on pixels
 */
public record Load(long memoryBytes, long memoryLimit, int waiting, int coresBusy, int cores) {}
