package dev.darkroom.codecs.rewrite.png;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Deadline;
import dev.darkroom.core.Failure;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.png.PngChunk;
import dev.darkroom.core.header.png.PngImageHeader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the image and the animation frames of a PNG (PNG 3rd edition, 4.9 and 11.3.6). Frames beyond the declared number are not
 * displayed, so they are left out. A control without data, and data without a control, are left out too.
 */
public final class AnimationFrames {
    private static final int CONTROL_LENGTH = 26;
    private static final int SEQUENCE_NUMBER = 4;
    /** Pixel limit of all frames together. A frame of many pixels may take a few bytes only. */
    private static final long MOST_PIXELS = 1L << 30;
    /** Bytes that one byte of deflate data can become at most (RFC 1951: 258 bytes from two bits). */
    private static final long MAX_DEFLATE_RATIO = 1032;

    private final Bytes file;
    private final PngImageHeader header;
    private final long most;
    private final Deadline deadline;
    private final Frame image = new Frame();
    private final List<Frame> frames = new ArrayList<>();
    private final BitSet colors = new BitSet();
    private @Nullable PngChunk control;
    private @Nullable Frame current;
    private long controls;
    private long pixels;
    private boolean inData;
    private boolean endsEarly;

    /** The compressed pixels of one frame, with its control chunk. */
    private static final class Frame {
        private @Nullable PngChunk control;
        private final List<Bytes> pieces = new ArrayList<>();
        private List<Bytes> written = List.of();
    }

    /** Receives the chunks in file order. */
    public interface Output {
        void write(int type, Bytes data);
    }

    /**
     * @param most declared number of frames; 0 if there is no animation
     */
    public AnimationFrames(Bytes file, PngImageHeader header, long most, Deadline deadline) {
        this.deadline = deadline;
        this.file = file;
        this.header = header;
        this.most = most;
    }

    /**
     * Adds an IDAT, fcTL or fdAT chunk. A chunk that does not belong to a displayed frame is ignored. A frame control that does not fit the
     * picture ends the animation before it.
     */
    public void take(PngChunk chunk) {
        switch (chunk.type()) {
            case PngChunk.IDAT -> {
                if (!inData) {
                    inData = true;
                    image.control = control;
                    control = null;
                }
                image.pieces.add(chunk.data(file));
            }
            case PngChunk.FCTL -> {
                control = null;
                current = null;
                endsEarly |= !fits(chunk);
                if (controls < most && !endsEarly) {
                    controls++;
                    control = chunk;
                }
            }
            case PngChunk.FDAT -> frameData(chunk);
            default -> throw new IllegalArgumentException("not a chunk of pixels: " + chunk.name());
        }
    }

    /** Reads the pixels of the image and of all frames. The first frame with missing or damaged data ends the animation. */
    public void read() throws ImageException {
        image.written = written(image, header.width(), header.height());
        for (int i = 0; i < frames.size(); i++) {
            try {
                read(frames.get(i));
            } catch (ImageException e) {
                if (!(e.failure() instanceof Failure.Malformed)) {
                    throw e;
                }
                frames.subList(i, frames.size()).clear();
            }
        }
    }

    /** How many are to be written; the still picture counts where it is one of them. */
    public int count() {
        return frames.size() + (image.control == null ? 0 : 1);
    }

    private void read(Frame frame) throws ImageException {
        PngChunk fctl = frame.control;
        if (fctl != null) {
            int at = fctl.dataStart();
            frame.written = written(frame, (int) file.u32(at + 4), (int) file.u32(at + 8));
        }
    }

    /** The palette indexes that occur in any frame. Valid after {@link #read}. */
    public BitSet colors() {
        return colors;
    }

    /** Writes all chunks with consecutive sequence numbers. {@link #read} must be called first. */
    public void write(Output out) {
        int number = 0;
        if (image.control != null) {
            out.write(PngChunk.FCTL, numbered(number++, image.control.data(file).from(SEQUENCE_NUMBER)));
        }
        image.written.forEach(piece -> out.write(PngChunk.IDAT, piece));
        for (Frame frame : frames) {
            if (frame.control != null) {
                out.write(
                        PngChunk.FCTL,
                        numbered(number++, frame.control.data(file).from(SEQUENCE_NUMBER)));
            }
            for (Bytes piece : frame.written) {
                out.write(PngChunk.FDAT, numbered(number++, piece));
            }
        }
    }

    private void frameData(PngChunk chunk) {
        if (!inData || chunk.length() < SEQUENCE_NUMBER) {
            return;
        }
        if (control != null) {
            current = new Frame();
            current.control = control;
            frames.add(current);
            control = null;
        }
        if (current != null) {
            current.pieces.add(chunk.data(file).from(SEQUENCE_NUMBER));
        }
    }

    private List<Bytes> written(Frame frame, int width, int height) throws ImageException {
        pixels += (long) width * height;
        if (frame != image && pixels > MOST_PIXELS) {
            throw ImageException.overLimit(
                    Failure.OverLimit.Kind.COMPLEXITY, "limit of pixels of all frames to clean", pixels, MOST_PIXELS);
        }
        requireEnoughData(frame.pieces, width);
        PixelStream stream = PixelStream.read(
                frame.pieces, width, height, header.bitDepth(), header.colorType(), header.interlaced(), deadline);
        colors.or(stream.colors());
        return stream.pieces();
    }

    /** Refuses a picture whose rows are longer than its data can be after inflating, before memory for a row is taken. */
    private void requireEnoughData(List<Bytes> pieces, int width) throws ImageException {
        long bytes = pieces.stream().mapToLong(Bytes::length).sum();
        // The rows of the first interlace pass have an eighth of the width.
        long shortestRow = (long) width * header.bitDepth() / 8 / (header.interlaced() ? 8 : 1);
        if (shortestRow > (bytes + 1) * MAX_DEFLATE_RATIO) {
            throw ImageException.malformed("this PNG has too little image data for its size");
        }
    }

    /** Whether a frame control is valid (11.3.6.2). The still picture's own control has the size of the picture. */
    private boolean fits(PngChunk fctl) {
        if (fctl.length() != CONTROL_LENGTH) {
            return false;
        }
        int at = fctl.dataStart();
        long width = file.u32(at + 4);
        long height = file.u32(at + 8);
        boolean whole = inData || width == header.width() && height == header.height();
        boolean inside = width > 0
                && height > 0
                && file.u32(at + 12) + width <= header.width()
                && file.u32(at + 16) + height <= header.height();
        return whole && inside && file.u8(at + 24) <= 2 && file.u8(at + 25) <= 1;
    }

    private static Bytes numbered(int number, Bytes data) {
        byte[] numbered = new byte[SEQUENCE_NUMBER + data.length()];
        for (int i = 0; i < SEQUENCE_NUMBER; i++) {
            numbered[i] = (byte) (number >>> 24 - 8 * i);
        }
        data.copyTo(0, numbered, SEQUENCE_NUMBER, data.length());
        return Bytes.wrap(numbered);
    }
}
