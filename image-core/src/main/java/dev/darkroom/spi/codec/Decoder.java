package dev.darkroom.spi.codec;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import java.util.List;

/** Decodes one picture, once. Not thread-safe. Order of calls: {@code info}, {@code prepare}, {@code decode}, {@code close}. */
public interface Decoder extends AutoCloseable {
    /** What the header says. */
    ImageInfo info();

    /**
     * Chooses how to decode and reports it. The caller trusts the report alone; the hint binds nobody.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Unsupported} when this decoder cannot do the picture right; the next
     *     provider is asked then
     */
    DecodeReport prepare(DecodeHint hint) throws ImageException;

    /**
     * Pushes every row of the reported raster into the sink, as stored (orientation not applied): of an animation, the first frame
     * composed on its canvas. What the bands refer to may be read by the calling thread alone.
     *
     * @param memory holds at most what was reported
     * @throws ImageException {@link dev.darkroom.core.Failure.Malformed} also for bytes that end early, even if some rows were pushed
     */
    void decode(BandSink sink, Memory memory) throws ImageException;

    /**
     * After {@link #decode}: what is wrong with the file although its picture is whole, such as a missing end marker. Each is one sentence
     * fit to show anybody; the pipeline hands them on in {@link dev.darkroom.core.Outcome.Completed#warnings}.
     */
    default List<String> warnings() {
        return List.of();
    }

    /** May be called more than once. */
    @Override
    void close();
}
