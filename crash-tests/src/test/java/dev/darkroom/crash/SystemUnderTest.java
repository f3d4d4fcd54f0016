package dev.darkroom.crash;

import java.util.List;

/** A system that a case runs with a fault, runs again without a fault, and checks. Not thread-safe. */
public interface SystemUnderTest extends AutoCloseable {
    List<? extends RequestStep> steps();

    /** Whether this fault can occur at this step. */
    boolean has(RequestStep step, FaultKind fault);

    CrashResult run(CrashCase one) throws Exception;

    @Override
    void close();
}
