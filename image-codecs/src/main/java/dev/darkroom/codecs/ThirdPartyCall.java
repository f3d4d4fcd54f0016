package dev.darkroom.codecs;

import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import java.io.IOException;

/** Runs code that we did not write on bytes that nobody vouches for, and says in our words what became of it. */
public final class ThirdPartyCall {
    private ThirdPartyCall() {}

    /** What runs. It may throw {@link WrappedImageException} to let an exception of ours through the foreign code. */
    @FunctionalInterface
    public interface Action {
        void run() throws IOException, ImageException;
    }

    /** Carries an exception of the sink, or of memory, through code that knows neither. */
    public static final class WrappedImageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final ImageException carried;

        public WrappedImageException(ImageException carried) {
            super(carried.getMessage(), carried, false, false);
            this.carried = carried;
        }
    }

    /**
     * Running out of memory is let through; every other failure is taken for the bytes' fault.
     *
     * @param what names the picture in the message, such as {@code "this JPEG"}
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
