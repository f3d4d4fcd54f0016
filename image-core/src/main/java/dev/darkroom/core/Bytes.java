package dev.darkroom.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An immutable sequence of encoded bytes with random access, such as an upload or a finished rendition. Slices share storage.
 * Thread-safe. Reads outside {@code [0, length)} throw {@link IndexOutOfBoundsException}. A parser of untrusted input must check the
 * bounds first.
 */
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    public static Bytes empty() {
        return EMPTY;
    }

    /** A copy of the given array. */
    public static Bytes copyOf(byte[] array) {
        return wrap(array.clone());
    }

    /** Wraps the array without copying. The caller passes ownership and must not write to the array again. */
    public static Bytes wrap(byte[] array) {
        return new Bytes(array, 0, array.length);
    }

    /** Wraps the first {@code length} bytes of the array without copying. The caller passes ownership of the array. */
    public static Bytes wrap(byte[] array, int length) {
        Objects.checkFromIndexSize(0, length, array.length);
        return new Bytes(array, 0, length);
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The byte at {@code index}, 0 to 255. */
    public int u8(int index) {
        return array[offset + Objects.checkIndex(index, length)] & 0xFF;
    }

    /** Unsigned 16 bits, big-endian. */
    public int u16(int index) {
        return u8(index) << 8 | u8(index + 1);
    }

    /** Unsigned 16 bits, little-endian. */
    public int u16le(int index) {
        return u8(index) | u8(index + 1) << 8;
    }

    /** Unsigned 24 bits, little-endian. */
    public int u24le(int index) {
        return u16le(index) | u8(index + 2) << 16;
    }

    /** Unsigned 32 bits, big-endian. */
    public long u32(int index) {
        Objects.checkFromIndexSize(index, Integer.BYTES, length);
        return Integer.toUnsignedLong((int) FOUR.get(array, offset + index));
    }

    /** Unsigned 32 bits, little-endian. */
    public long u32le(int index) {
        return u16le(index) | (long) u16le(index + 2) << 16;
    }

    /** Whether the Latin-1 characters of {@code text} are at {@code index}; false if fewer bytes are left. */
    public boolean startsWith(String text, int index) {
        if (index < 0 || index > length - text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (u8(index + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The index of the first byte of that value at {@code from} or later; {@link #length} if there is no such byte. */
    public int indexOf(int value, int from) {
        int at = offset + Objects.checkIndex(from, length + 1);
        int end = offset + length;
        long pattern = (value & 0xFFL) * ONES;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            // Mycroft's test: only a zero byte of the difference borrows from its own high bit.
            long difference = (long) EIGHT.get(array, at) ^ pattern;
            long zero = difference - ONES & ~difference & HIGHS;
            if (zero != 0) {
                return at + Long.numberOfTrailingZeros(zero) / 8 - offset;
            }
        }
        while (at < end && array[at] != (byte) value) {
            at++;
        }
        return at - offset;
    }

    /** A view of {@code count} bytes from {@code start}. */
    public Bytes slice(int start, int count) {
        Objects.checkFromIndexSize(start, count, length);
        return new Bytes(array, offset + start, count);
    }

    /** A view from {@code start} to the end. */
    public Bytes from(int start) {
        return slice(start, length - start);
    }

    public void copyTo(int start, byte[] target, int targetOffset, int count) {
        Objects.checkFromIndexSize(start, count, length);
        System.arraycopy(array, offset + start, target, targetOffset, count);
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(array, offset, length);
    }

    public InputStream newInputStream() {
        return new ByteArrayInputStream(array, offset, length);
    }

    /** A read-only view with position 0. */
    public ByteBuffer asByteBuffer() {
        return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
    }

    public byte[] toArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** SHA-256 in lower-case hex. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(array, offset, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        return asByteBuffer().hashCode();
    }

    @Override
    public String toString() {
        return length + " bytes";
    }
}
