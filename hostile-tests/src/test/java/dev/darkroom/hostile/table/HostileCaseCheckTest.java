package dev.darkroom.hostile.table;

import static dev.darkroom.hostile.table.ExpectedOutcome.malformed;
import static dev.darkroom.hostile.table.ExpectedOutcome.renditions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Limits;
import dev.darkroom.hostile.CodecFamily;
import dev.darkroom.hostile.file.ByteWriter;
import dev.darkroom.hostile.file.GifBuilder;
import dev.darkroom.hostile.file.GifLzwBuilder;
import dev.darkroom.hostile.file.ValidPictures;
import dev.darkroom.hostile.table.MisbehavingRewriter.Rewrite;
import dev.darkroom.spi.codec.Memory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Tests that the check detects every kind of error and names the case. */
class HostileCaseCheckTest {
    private static final MisbehavingRewriter ROGUE = new MisbehavingRewriter();
    private static final HostileCaseService SERVICE = new HostileCaseService(CodecFamily.PORTABLE, ROGUE);
    private static final ExpectedOutcome CLEAN = renditions().without("EVIL");

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Test
    void anInnocentRowHasNothingToComplainOf() {
        assertThat(complaints(CLEAN, source -> source)).isEmpty();
    }

    @Test
    void whatEndsOtherwiseThanExpected() {
        assertReported(malformed(), source -> source, "expected: malformed; was: 4 renditions");
    }

    @Test
    void oneBadInputAmongMany() {
        HostileCase row = HostileCase.rows(
                "planted", malformed(), () -> Stream.of(GifBuilder.screen(1, 1).end(), ValidPictures.gif()));
        ROGUE.now(source -> source);
        assertThat(HostileCaseCheck.of(SERVICE, row).complaints())
                .singleElement()
                .asString()
                .startsWith("planted: of " + ValidPictures.gif().length + " bytes: expected: malformed");
    }

    @Test
    void whatTakesTooMuchTime() {
        assertReported(
                CLEAN,
                source -> {
                    long end = JobMeter.cpu() + 2_200_000_000L;
                    while (JobMeter.cpu() < end) {
                        Thread.onSpinWait();
                    }
                    return source;
                },
                "ms of CPU time");
    }

    @Test
    void whatTakesTooMuchHeap() {
        assertReported(
                CLEAN,
                source -> {
                    List<byte[]> pieces = new ArrayList<>();
                    for (int i = 0; i < 80; i++) {
                        pieces.add(new byte[1 << 20]);
                    }
                    return source.from(pieces.size() - 80);
                },
                "there was not enough memory");
    }

    @Test
    void garbageIsNoMemoryThatIsNeeded() {
        assertThat(complaints(CLEAN, source -> {
                    int touched = 0;
                    for (int i = 0; i < 100; i++) {
                        touched += new byte[1 << 20].length;
                    }
                    return source.from(touched - (100 << 20));
                }))
                .isEmpty();
    }

    @Test
    void whatTakesTooMuchMemoryOutsideOfTheHeap() {
        assertReported(
                CLEAN,
                source -> {
                    try (Memory memory = SERVICE.memory().open(100 * Limits.MIB);
                            Memory.Charge charge = memory.charge(80 * Limits.MIB)) {
                        return source;
                    }
                },
                "outside of the heap");
    }

    @Test
    void memoryThatIsNotGivenBack() {
        List<Memory.Charge> kept = new ArrayList<>();
        assertReported(
                CLEAN,
                source -> {
                    kept.add(SERVICE.memory().open(1000).charge(1000));
                    return source;
                },
                "keeps bytes of Memory: 1000");
        kept.forEach(Memory.Charge::close);
    }

    @Test
    void aWordOnEitherStream() {
        assertReported(
                CLEAN,
                source -> {
                    System.err.println("a stray line");
                    return source;
                },
                "printed: a stray line");
        assertReported(
                CLEAN,
                source -> {
                    System.out.print("another");
                    return source;
                },
                "printed: another");
    }

    @Test
    void anExceptionOfAnotherKindAndAnError() {
        assertReported(
                renditions().or(malformed()),
                source -> {
                    throw new IllegalStateException("foreign");
                },
                "was: Defect");
        assertReported(
                renditions().or(malformed()),
                source -> {
                    throw new StackOverflowError();
                },
                "was: Defect");
    }

    @Test
    void whatStandsBehindTheEndOfACopy() {
        assertReported(CLEAN, source -> joined(source, text("x")), "the rendition original ends at byte");
    }

    @Test
    void aForbiddenTextInACopy() {
        byte[] dirty = GifBuilder.screen(24, 24)
                .extension(0xFE, text("EVIL"))
                .image(0, 0, 24, 24, GifLzwBuilder.encode(2, GifBuilder.stripes(24 * 24)))
                .end();
        assertReported(CLEAN, source -> Bytes.wrap(dirty), "the rendition original has \"EVIL\" in it");
        assertReported(
                renditions().withoutButInPixels("EVIL"),
                source -> Bytes.wrap(dirty),
                "the rendition original has \"EVIL\" in it");
    }

    @Test
    void aCopyThatShowsSomethingElse() {
        byte[] other = GifBuilder.screen(24, 24)
                .image(0, 0, 24, 24, GifLzwBuilder.encode(2, new byte[24 * 24]))
                .end();
        assertReported(CLEAN, source -> Bytes.wrap(other), "shows something else than the upload");
    }

    @Test
    void aCopyThatNobodyReads() {
        byte[] empty = GifBuilder.screen(24, 24).end();
        assertReported(CLEAN, source -> Bytes.wrap(empty), "the rendition original cannot be read");
    }

    private static void assertReported(ExpectedOutcome expected, Rewrite deed, String complaint) {
        assertThat(complaints(expected, deed))
                .anySatisfy(words -> assertThat(words).startsWith("planted: ").contains(complaint));
    }

    private static List<String> complaints(ExpectedOutcome expected, Rewrite deed) {
        ROGUE.now(deed);
        return HostileCaseCheck.of(SERVICE, HostileCase.row("planted", expected, ValidPictures::gif))
                .complaints();
    }

    private static Bytes joined(Bytes source, byte[] more) {
        return Bytes.wrap(ByteWriter.join(source.toArray(), more));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
