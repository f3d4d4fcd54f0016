package dev.darkroom.crash;

import java.util.List;

/** Something that is run, made to fail, run again and looked at. Not thread-safe. */
public interface Subject extends AutoCloseable {
    List<? extends Step> steps();

    /** Whether there is such a fault at such a step. */
    boolean has(Step step, Fault fault);

    Verdict run(Case one) throws Exception;

    @Override
    void close();
}
