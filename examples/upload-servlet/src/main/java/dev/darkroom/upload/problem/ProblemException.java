package dev.darkroom.upload.problem;

import java.io.IOException;

/**
 * An exception that ends a request with a problem. It is an {@link IOException}, so that an input stream that checks a body can throw it.
 */
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
