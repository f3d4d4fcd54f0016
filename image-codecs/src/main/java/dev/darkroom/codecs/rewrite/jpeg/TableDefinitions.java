package dev.darkroom.codecs.rewrite.jpeg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.header.jpeg.JpegMarker;
import dev.darkroom.core.header.jpeg.JpegSegment;
import dev.darkroom.core.jpeg.HuffmanCode;
import dev.darkroom.core.jpeg.StandardHuffman;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The current definitions of the DQT, DHT, DAC and DRI segments of a JPEG (ITU-T T.81, B.2.4). They change while the segments are read. */
final class TableDefinitions {
    private static final int IDS = 4;
    private static final int ARITHMETIC_IDS = 32;

    private final Bytes file;
    /** The current definitions, by marker and by class and destination. */
    private final Map<Integer, TableDefinition> current = new HashMap<>();

    private final HuffmanCode[] standard = new HuffmanCode[2 * IDS];
    private int restartInterval;

    TableDefinitions(Bytes file) {
        this.file = file;
        for (int slot = 0; slot < standard.length; slot++) {
            standard[slot] = StandardHuffman.at(slot);
        }
    }

    static boolean isDefinition(int marker) {
        return switch (marker) {
            case JpegMarker.DHT, JpegMarker.DAC, JpegMarker.DQT, JpegMarker.DRI -> true;
            default -> false;
        };
    }

    /** MCUs between restart markers; 0 without them. */
    int restartInterval() {
        return restartInterval;
    }

    /** Returns the current table and marks it as used. Returns the standard table if the file has not defined one. */
    HuffmanCode huffman(int slot) {
        TableDefinition definition = current.get(key(JpegMarker.DHT, slot / IDS << 4 | slot % IDS));
        if (definition == null || definition.code() == null) {
            return standard[slot];
        }
        definition.use();
        return definition.code();
    }

    /** Marks the current definition as used, if there is one. */
    void use(int marker, int id) {
        TableDefinition definition = current.get(key(marker, id));
        if (definition != null) {
            definition.use();
        }
    }

    /**
     * Reads the definitions of a segment, in order. Bytes after the last complete definition, and definitions with an invalid destination,
     * are ignored.
     */
    List<TableDefinition> read(JpegSegment segment) throws ImageException {
        List<TableDefinition> found = new ArrayList<>();
        int at = segment.dataStart();
        while (at < segment.end()) {
            int length = length(segment, at);
            if (length > segment.end() - at) {
                break;
            }
            TableDefinition definition = definition(segment, at, length);
            if (definition != null) {
                found.add(definition);
            }
            at = segment.marker() == JpegMarker.DRI ? segment.end() : at + length;
        }
        return found;
    }

    private int length(JpegSegment segment, int at) {
        return switch (segment.marker()) {
            case JpegMarker.DQT -> 1 + (file.u8(at) >> 4 == 0 ? 64 : 128);
            case JpegMarker.DHT -> 17 + symbols(at + 1, segment.end());
            default -> 2;
        };
    }

    private int symbols(int at, int end) {
        int count = 0;
        for (int i = at; i < Math.min(end, at + 16); i++) {
            count += file.u8(i);
        }
        return count;
    }

    private @Nullable TableDefinition definition(JpegSegment segment, int at, int length) throws ImageException {
        int marker = segment.marker();
        Bytes data = file.slice(at, length);
        int id = data.u8(0);
        if (marker == JpegMarker.DRI) {
            restartInterval = data.u16(0);
            return define(marker, 0, new TableDefinition(data));
        }
        boolean possible = marker == JpegMarker.DAC ? id < ARITHMETIC_IDS : id >> 4 <= 1 && (id & 15) < IDS;
        if (!possible) {
            return null;
        }
        if (marker == JpegMarker.DHT) {
            return define(marker, id, new TableDefinition(data, HuffmanCode.read(file, at + 1, at + length)));
        }
        return define(marker, marker == JpegMarker.DQT ? id & 15 : id, new TableDefinition(data));
    }

    private TableDefinition define(int marker, int id, TableDefinition definition) {
        current.put(key(marker, id), definition);
        return definition;
    }

    private static int key(int marker, int id) {
        return marker << 8 | id;
    }
}
