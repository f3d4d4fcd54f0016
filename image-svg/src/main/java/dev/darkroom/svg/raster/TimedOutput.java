package dev.darkroom.svg.raster;

import com.github.weisj.jsvg.renderer.output.Output;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A jsvg output with a time limit. When the time is exceeded, the next call throws {@link DrawingTimeoutException}. Child outputs share the
 * limit.
 */
final class TimedOutput implements InvocationHandler {
    private final Output output;
    private final long endNanos;

    private TimedOutput(Output output, long endNanos) {
        this.output = output;
        this.endNanos = endNanos;
    }

    /** Thrown when the time limit is exceeded. */
    static final class DrawingTimeoutException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DrawingTimeoutException() {
            super("drawing took too long", null, false, false);
        }
    }

    static Output around(Output output, Duration time) {
        return wrap(output, System.nanoTime() + time.toNanos());
    }

    private static Output wrap(Output output, long endNanos) {
        return (Output) Proxy.newProxyInstance(
                Output.class.getClassLoader(), new Class<?>[] {Output.class}, new TimedOutput(output, endNanos));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (System.nanoTime() - endNanos > 0) {
            throw new DrawingTimeoutException();
        }
        try {
            Object result = method.invoke(output, arguments);
            return result instanceof Output child && method.getName().equals("createChild")
                    ? wrap(child, endNanos)
                    : result;
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
