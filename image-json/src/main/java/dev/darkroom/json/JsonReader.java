package dev.darkroom.json;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads plain values under limits. The parser's own message is dropped, because it may quote the text. */
final class JsonReader {
    /** Maximum number of digits of one number, because reading a number takes more than linear time. */
    private static final int MAX_DIGITS = 100;

    private JsonReader() {}

    static Map<String, @Nullable Object> object(Bytes text, int maxBytes, int maxDepth) throws ImageException {
        if (text.length() > maxBytes) {
            throw ImageException.malformed("JSON of more than " + maxBytes + " bytes");
        }
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxNumberLength(MAX_DIGITS)
                        .maxStringLength(maxBytes)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text.newInputStream())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw ImageException.malformed("not a JSON object");
            }
            Map<String, @Nullable Object> object = object(parser);
            if (parser.nextToken() != null) {
                throw ImageException.malformed("not a single JSON object");
            }
            return object;
        } catch (StreamConstraintsException e) {
            throw ImageException.malformed(
                    "JSON nested deeper than " + maxDepth + " or with a number of more than " + MAX_DIGITS + " digits");
        } catch (JacksonException e) {
            throw ImageException.malformed("not a JSON object");
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    /** Recursion is bounded by the parser's nesting limit. */
    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getBigIntegerValue()
                        : parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }
}
