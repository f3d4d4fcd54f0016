package dev.darkroom.codecs;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.io.IOException;

/** Runs third-party code on untrusted bytes and translates its failures to {@link ImageException}. */
public final class ThirdPartyCall {
    private ThirdPartyCall() {}

    /** The call to run. It may throw {@link WrappedImageException} to pass an {@link ImageException} through the third-party code. */
    @FunctionalInterface
    public interface Action {
        void run() throws IOException, ImageException;
    }

    /** An unchecked wrapper that carries an {@link ImageException} of the sink or of memory through third-party code. */
    public static final class WrappedImageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final ImageException carried;

        public WrappedImageException(ImageException carried) {
            super(carried.getMessage(), carried, false, false);
            this.carried = carried;
        }
    }

    /**
     * Runs the action. An {@link OutOfMemoryError} is not caught. A wrapped {@link ImageException} is unwrapped and rethrown. Every other
     * failure is reported as malformed or unsupported input.
     *
     * @param what name of the picture in the message, such as {@code "this JPEG"}
     */
    public static void run(String what, Action action) throws ImageException {
        try {
            action.run();
        } catch (WrappedImageException e) {
            throw e.carried;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw failure(what, e);
        }
    }

    private static ImageException failure(String what, Throwable e) {
        String reason = e instanceof IOException && e.getMessage() != null ? e.getMessage() : "it is damaged";
        if (reason.contains("Unsupported") || reason.contains("not implemented")) {
            return new ImageException(new Failure.Unsupported(what + " cannot be decoded here: " + reason), e);
        }
        return new ImageException(new Failure.Malformed(what + " cannot be decoded: " + reason), e);
    }
}
