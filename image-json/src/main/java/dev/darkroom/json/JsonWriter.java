package dev.darkroom.json;

import dev.darkroom.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes plain values with the spacing and escapes of ECMAScript's {@code JSON.stringify} (ECMA-262, section 25.5.2). */
final class JsonWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private JsonWriter() {}

    static Bytes write(@Nullable Object value, boolean pretty) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ObjectWriteContext context = pretty ? new Indented() : ObjectWriteContext.empty();
        try (JsonGenerator json = FACTORY.createGenerator(context, out)) {
            write(json, value);
        }
        return Bytes.wrap(out.toByteArray());
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(wellFormed(text));
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Number number) {
            writeNumber(json, number);
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!(entry.getKey() instanceof String name)) {
                    throw new IllegalArgumentException("JSON names are strings");
                }
                json.writeName(wellFormed(name));
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else {
            throw new IllegalArgumentException(
                    "no JSON for a value of " + value.getClass().getName());
        }
    }

    /** Whole values are written without a fraction, as ECMAScript does. */
    private static void writeNumber(JsonGenerator json, Number number) {
        if (number instanceof BigInteger big) {
            json.writeNumber(big);
        } else if (number instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("no JSON for " + value);
            }
            if (value == Math.rint(value) && Math.abs(value) <= 1L << 53) {
                json.writeNumber((long) value);
            } else {
                json.writeNumber(value);
            }
        } else {
            json.writeNumber(number.longValue());
        }
    }

    private static String wellFormed(String text) {
        boolean broken = text.codePoints().anyMatch(JsonWriter::isSurrogate);
        if (!broken) {
            return text;
        }
        int[] repaired = text.codePoints().map(c -> isSurrogate(c) ? 0xFFFD : c).toArray();
        return new String(repaired, 0, repaired.length);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** A context with its own printer, because a printer counts its nesting depth. */
    private static final class Indented extends ObjectWriteContext.Base {
        private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");
        private static final Separators SEPARATORS = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");

        private final PrettyPrinter printer = new DefaultPrettyPrinter(SEPARATORS)
                .withObjectIndenter(TWO_SPACES)
                .withArrayIndenter(TWO_SPACES);

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
