package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.upload.body.MultipartFile;
import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests multipart forms as browsers and curl send them, and malformed ones. */
class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=b";

    private static byte[] file(String type, byte[] body, int mostAtOnce) throws IOException {
        InputStream slow = new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, mostAtOnce));
            }
        };
        return MultipartFile.open(type, slow).readAllBytes();
    }

    private static String text(String body) throws IOException {
        return new String(file(TYPE, body.getBytes(StandardCharsets.ISO_8859_1), 1000), StandardCharsets.ISO_8859_1);
    }

    private static void assertMalformed(String body, String words) {
        assertThatThrownBy(() -> text(body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().reason()).isEqualTo(ProblemType.INVALID_REQUEST))
                .hasMessageContaining(words);
    }

    @Property
    void anyContentComesOutAsItWentInHoweverItIsCut(
            @ForAll @Size(max = 20_000) byte[] content, @ForAll @IntRange(min = 1, max = 9000) int mostAtOnce)
            throws IOException {
        assertThat(file(TYPE, UploadSamples.multipart("b", "file", content), mostAtOnce))
                .isEqualTo(content);
    }

    @Property
    void contentThatLooksLikeBoundariesComesOutAsItWentIn(
            @ForAll @Size(max = 300) byte[] choices, @ForAll @IntRange(min = 1, max = 40) int mostAtOnce)
            throws IOException {
        byte[] content = new byte[choices.length];
        for (int i = 0; i < choices.length; i++) {
            content[i] = (byte) "\r\n--a".charAt(Math.floorMod(choices[i], 5));
        }
        assertThat(file(TYPE, UploadSamples.multipart("b", "file", content), mostAtOnce))
                .isEqualTo(content);
    }

    @Property
    void noBytesAtAllMakeItBreak(@ForAll @Size(max = 2000) byte[] body) {
        assertThatThrownBy(() -> file(TYPE, body, 100)).isInstanceOf(ProblemException.class);
    }

    @Test
    void otherFieldsAndAPreambleAreSkipped() throws IOException {
        assertThat(text("hello\r\n--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx\r\n"
                        + "--b\t \r\ncontent-disposition: form-data; filename=\"x; name=y\"; name=file\r\n\r\nhere\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"file\"\r\n\r\nsecond\r\n--b--"))
                .isEqualTo("here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=\"a'()+_,-./:=? b\"",
                "Multipart/Form-Data; charset=utf-8; Boundary=\"a'()+_,-./:=? b\"",
            })
    void everyBoundaryThatMayBeIsTaken(String type) throws IOException {
        assertThat(file(type, UploadSamples.multipart("a'()+_,-./:=? b", "file", new byte[] {1}), 9))
                .containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/mixed; boundary=b",
                "multipart/form-data; boundary=\"ends with space \"",
                "multipart/form-data; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            })
    void whatHasNoBoundaryIsRefused(String type) {
        assertThatThrownBy(() -> file(type, new byte[0], 1)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aBodyWithoutAFileIsRefused() {
        assertMalformed(
                "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n",
                "no part named \"file\"");
        assertMalformed("--b--\r\n", "no part named \"file\"");
    }

    @Test
    void aBodyThatEndsEarlyIsRefused() {
        assertMalformed("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc", "ends before");
        assertMalformed("--b\r\nContent-Disposition: form-da", "ends before");
        assertMalformed("", "ends before");
    }

    @Test
    void whatStandsBeforeTheFileIsBounded() {
        assertMalformed("x".repeat(70_000) + "\r\n--b\r\n\r\n", "more than 65536 bytes");
        String part = "--b\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n\r\n";
        assertMalformed(part.repeat(40), "more than 32 parts");
    }

    @Test
    void theHeadOfAPartIsBounded() {
        assertMalformed("--b\r\nX: " + "x".repeat(9000), "more than 8192 bytes");
        assertMalformed("--b\r\n" + "X: y\r\n".repeat(3000), "more than 8192 bytes");
    }

    @Test
    void anEncodedPartIsRefused() {
        assertMalformed(
                "--b\r\nContent-Disposition: form-data; name=\"file\"\r\nContent-Transfer-Encoding: base64\r\n\r\nAA==\r\n--b--",
                "Content-Transfer-Encoding");
    }
}
