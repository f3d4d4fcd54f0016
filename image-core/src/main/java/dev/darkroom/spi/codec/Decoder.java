package dev.darkroom.spi.codec;

import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import java.util.List;

/**
 * A decoder of one picture. It decodes the picture once. Not thread-safe. Order of calls: {@code info}, {@code prepare}, {@code decode},
 * {@code close}.
 */
public interface Decoder extends AutoCloseable {
    /** The properties of the picture, read from the header. */
    ImageInfo info();

    /**
     * Chooses how to decode and reports the choice. The caller must rely on the report only, because the decoder may ignore the hint.
     *
     * @throws ImageException {@link dev.darkroom.core.Failure.Unsupported} when this decoder cannot decode the picture correctly; the
     *     caller then asks the next provider
     */
    DecodeReport prepare(DecodeHint hint) throws ImageException;

    /**
     * Passes every row of the reported raster to the sink. The rows are as stored: the orientation is not applied. For an animation, the
     * decoder passes the first frame, composed on the canvas. Only the calling thread may read the buffers of the bands.
     *
     * @param memory the job's memory; the decoder charges at most the reported peak
     * @throws ImageException {@link dev.darkroom.core.Failure.Malformed} also for a truncated file, even if some rows were already passed
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
