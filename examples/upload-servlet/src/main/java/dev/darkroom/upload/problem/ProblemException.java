package dev.darkroom.upload.problem;

import java.io.IOException;

/** A request that ends with a problem. An {@link IOException}, so that a stream that is read through a gate can throw it. */
public final class ProblemException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public ProblemException(ProblemType reason, String detail) {
        this(Problem.of(reason, detail));
    }

    public Problem problem() {
        return problem;
    }
}
