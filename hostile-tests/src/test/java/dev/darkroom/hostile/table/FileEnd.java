package dev.darkroom.hostile.table;

import dev.darkroom.core.Format;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds the end of a picture in a file by its structure, without the parsers of the library. Only for files that the library wrote. */
final class FileEnd {
    private FileEnd() {}

    /** The offset after the last byte of the picture; -1 if there is no end. */
    static int of(Format format, byte[] file) {
        return switch (format) {
            case JPEG -> jpeg(file);
            case PNG -> png(ByteBuffer.wrap(file));
            case GIF -> gif(file);
            case WEBP -> ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4) + 8;
            default -> throw new IllegalArgumentException("the library does not write this format: " + format);
        };
    }

    private static int jpeg(byte[] file) {
        int at = 2;
        while (at + 4 <= file.length) {
            int marker = file[at + 1] & 0xFF;
            if (file[at] != (byte) 0xFF) {
                return -1;
            }
            at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
            if (marker == 0xDA) {
                at = scan(file, at);
            }
            if (at + 2 <= file.length && file[at] == (byte) 0xFF && file[at + 1] == (byte) 0xD9) {
                return at + 2;
            }
        }
        return -1;
    }

    /** The end of a scan of a JPEG: the next marker that is not a restart marker. */
    static int scan(byte[] file, int start) {
        int at = start;
        while (at + 2 <= file.length && !(file[at] == (byte) 0xFF && isNoData(file[at + 1] & 0xFF))) {
            at++;
        }
        return at;
    }

    private static boolean isNoData(int afterFf) {
        return afterFf != 0 && (afterFf < 0xD0 || afterFf > 0xD7);
    }

    private static int png(ByteBuffer file) {
        int at = 8;
        while (at + 12 <= file.capacity()) {
            int type = file.getInt(at + 4);
            at += 12 + file.getInt(at);
            if (type == 0x49454E44) {
                return at;
            }
        }
        return -1;
    }

    private static int gif(byte[] file) {
        int at = 13 + table(file[10]);
        while (at < file.length) {
            switch (file[at]) {
                case 0x3B -> {
                    return at + 1;
                }
                case 0x21 -> at = afterBlocks(file, at + 2);
                case 0x2C -> at = afterBlocks(file, at + 11 + table(file[at + 9]));
                default -> {
                    return -1;
                }
            }
        }
        return -1;
    }

    /** The length of a colour table of a GIF, from its flags. */
    static int table(byte flags) {
        return flags < 0 ? 3 * (2 << (flags & 7)) : 0;
    }

    /** The offset after the sub-blocks of a GIF. */
    static int afterBlocks(byte[] file, int start) {
        int at = start;
        while (at < file.length && file[at] != 0) {
            at += 1 + (file[at] & 0xFF);
        }
        return at + 1;
    }
}
