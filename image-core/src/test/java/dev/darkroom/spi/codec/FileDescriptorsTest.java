package dev.darkroom.spi.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Failure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileDescriptorsTest {
    private static final String TEXT = "Too many open files";

    /** Exceptions as the JDK throws them. */
    static Throwable[] signs() {
        return new Throwable[] {
            new SocketException(TEXT),
            new IOException(TEXT),
            new FileNotFoundException("/tmp/x (" + TEXT + ")"),
            new FileSystemException("/tmp/x", null, TEXT),
            new IOException(TEXT + " in system"),
            new UncheckedIOException(new IOException(TEXT)),
            new ExceptionInInitializerError(new IOException(TEXT)),
            new UnsatisfiedLinkError("/lib/x.so: cannot open shared object file: " + TEXT),
            new NoClassDefFoundError("Could not initialize class x")
                    .initCause(new ExceptionInInitializerError("Exception java.io.IOException: " + TEXT)),
            suppressing(new SocketException(TEXT)),
        };
    }

    private static Throwable suppressing(Throwable suppressed) {
        IllegalStateException thrown = new IllegalStateException("all addresses failed");
        thrown.addSuppressed(suppressed);
        return thrown;
    }

    @ParameterizedTest
    @MethodSource("signs")
    void aLackIsSeenThroughWhateverItIsWrappedIn(Throwable sign) {
        assertThat(FileDescriptors.areExhausted(sign)).isTrue();
        assertThat(FileDescriptors.areExhausted(new IllegalStateException("broke", sign)))
                .isTrue();
    }

    @Test
    void otherFailuresAreNone() {
        assertThat(FileDescriptors.areExhausted(null)).isFalse();
        assertThat(FileDescriptors.areExhausted(new IOException("No space left on device")))
                .isFalse();
        assertThat(FileDescriptors.areExhausted(new NoClassDefFoundError("x"))).isFalse();
        assertThat(FileDescriptors.areExhausted(new IllegalStateException("x"))).isFalse();
    }

    @Test
    void causesThatFormACircleEnd() {
        IllegalStateException one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("other", one));
        assertThat(FileDescriptors.areExhausted(one)).isFalse();
    }

    @Test
    void theFailureSaysWhatToDo() {
        assertThat(FileDescriptors.noneLeft(null).failure())
                .isEqualTo(new Failure.Unavailable("process", FileDescriptors.NONE_LEFT, true));
        assertThat(FileDescriptors.NONE_LEFT).contains("no file descriptors left", "ulimit -n");
        assertThat(FileDescriptors.tooFew(3, 20, null))
                .hasMessage("this process has too few file descriptors left: 3, and the work needs 20; raise its limit"
                        + " (ulimit -n)");
    }
}
