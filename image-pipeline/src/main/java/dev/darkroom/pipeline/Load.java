package dev.darkroom.pipeline;

/**
 * The current load of a pipeline, for gauges.
 *
 * @param memoryBytes bytes granted to jobs, for pixels and working memory
 * @param memoryLimit the most bytes that may be granted
 * @param waiting number of jobs that wait for memory
 * @param coresBusy number of cores in use by jobs
 * @param cores number of cores that jobs may use
 */
public record Load(long memoryBytes, long memoryLimit, int waiting, int coresBusy, int cores) {}
