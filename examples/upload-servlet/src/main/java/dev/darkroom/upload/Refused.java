package dev.darkroom.upload;

import java.io.IOException;

/** A request that ends with a problem. An {@link IOException}, so that a stream that is read through a gate can throw it. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    Refused(Reason reason, String detail) {
        this(Problem.of(reason, detail));
    }

    Problem problem() {
        return problem;
    }
}
