package dev.darkroom.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {
    private static InputStream stream(int length) {
        return new ByteArrayInputStream(new byte[length]);
    }

    @Property(tries = 200)
    void everyByteArrivesWhateverWasAnnounced(@ForAll @IntRange(max = 300_000) int length) throws ImageException {
        assertThat(Source.of(stream(length)).read(300_000).length()).isEqualTo(length);
        assertThat(Source.of(stream(length), length).read(300_000).length()).isEqualTo(length);
    }

    @Test
    void aShorterBodyThanAnnouncedIsAFailedReadThatMayBeTriedAgain() {
        assertThatThrownBy(() -> Source.of(stream(99), 100).read(1000))
                .isInstanceOfSatisfying(
                        ImageException.class,
                        e -> assertThat(e.failure())
                                .isEqualTo(new Failure.Unavailable(
                                        "upload", "the upload broke off: 99 of 100 announced bytes arrived", true)));
    }

    @Test
    void anAnnouncedLengthOverTheLimitIsRefusedBeforeAByteIsRead() {
        InputStream untouchable = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("was read");
            }
        };
        assertThatThrownBy(() -> Source.of(untouchable, 1001).read(1000))
                .hasMessage("file size limit in bytes: 1001 > 1000");
    }

    @Test
    void atMostOneByteOverTheLimitIsReadOfAnEndlessStream() {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 0;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                read.addAndGet(length);
                return length;
            }
        };
        assertThatThrownBy(() -> Source.of(endless).read(200_000)).isInstanceOf(ImageException.class);
        assertThat(read.get()).isEqualTo(200_001);
    }

    @Test
    void aFileIsReadWholeAndUnderItsLimit(@TempDir Path folder) throws Exception {
        byte[] content = new byte[100_000];
        content[99_999] = 7;
        Path file = Files.write(folder.resolve("picture.jpg"), content);
        assertThat(Source.of(file).read(100_000)).isEqualTo(Bytes.wrap(content));
        assertThat(Source.of(Files.createFile(folder.resolve("empty"))).read(10))
                .isEqualTo(Bytes.empty());
        assertThatThrownBy(() -> Source.of(file).read(99_999)).hasMessageContaining("100000 > 99999");
    }

    @Test
    void aFileThatGrowsOrShrinksWhileItIsReadIsNoUpload() {
        for (int size : new int[] {3, 5}) {
            assertThatThrownBy(() -> BoundedRead.readFile(new ByteArrayInputStream(new byte[4]), size, 10))
                    .hasMessageContaining("changed");
        }
    }

    @Test
    void aMissingFileIsUnavailableAndItsPathIsNotTold() {
        assertThatThrownBy(() -> Source.of(Path.of("/no/such/picture.jpg")).read(10))
                .isInstanceOf(ImageException.class)
                .hasMessage("the file could not be read");
    }
}
