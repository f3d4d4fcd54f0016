package dev.darkroom.crash;

import java.util.List;

/** Something that is run, made to fail, run again and looked at. Not thread-safe. */
public interface SystemUnderTest extends AutoCloseable {
    List<? extends RequestStep> steps();

    /** Whether there is such a fault at such a step. */
    boolean has(RequestStep step, FaultKind fault);

    CrashResult run(CrashCase one) throws Exception;

    @Override
    void close();
}
