package dev.darkroom.core.header.svg;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.ImageException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes the text of an XML document. The encoding is found by the byte order mark, by the bytes of {@code <} (XML 1.0, appendix F), or
 * by the declaration. A declared encoding is accepted only if it stores ASCII as ASCII, so all readers see the same markup in the bytes.
 */
public final class XmlText {
    private static final int DECLARATION_BYTES = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Pattern READ =
            Pattern.compile("utf-?8|us-ascii|ascii|iso-8859-\\d{1,2}|windows-125\\d|koi8-[ru]");

    private XmlText() {}

    /**
     * Decodes the complete text, without a byte order mark.
     *
     * @throws ImageException malformed when the bytes are invalid in their encoding; unsupported when the encoding is not accepted
     */
    public static String decode(Bytes source) throws ImageException {
        Encoded encoded = Encoded.of(source);
        try {
            return encoded.decoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(source.from(encoded.start).asByteBuffer())
                    .toString();
        } catch (CharacterCodingException e) {
            throw ImageException.malformed("this text is not valid " + encoded.charset.name() + ": save it as UTF-8");
        }
    }

    /** Decodes the first bytes. The last character may be cut off. Invalid bytes become U+FFFD. */
    static String start(Bytes source, int bytes) throws ImageException {
        Encoded encoded = Encoded.of(source);
        int end = Math.min(source.length(), encoded.start + bytes);
        CharBuffer text = CharBuffer.allocate(end);
        ByteBuffer in = source.slice(encoded.start, end - encoded.start).asByteBuffer();
        encoded.decoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(in, text, false);
        return text.flip().toString();
    }

    /**
     * An encoding and the start of the text.
     *
     * @param start offset of the text, after a byte order mark
     */
    private record Encoded(Charset charset, int start) {
        CharsetDecoder decoder() {
            return charset.newDecoder();
        }

        static Encoded of(Bytes b) throws ImageException {
            if (b.startsWith("\u00EF\u00BB\u00BF", 0)) {
                return new Encoded(StandardCharsets.UTF_8, 3);
            }
            if (b.startsWith("\u00FF\u00FE", 0)) {
                return new Encoded(StandardCharsets.UTF_16LE, 2);
            }
            if (b.startsWith("\u00FE\u00FF", 0)) {
                return new Encoded(StandardCharsets.UTF_16BE, 2);
            }
            if (b.startsWith("<\0", 0)) {
                return new Encoded(StandardCharsets.UTF_16LE, 0);
            }
            if (b.startsWith("\0<", 0)) {
                return new Encoded(StandardCharsets.UTF_16BE, 0);
            }
            return new Encoded(declared(b), 0);
        }

        private static Charset declared(Bytes b) throws ImageException {
            byte[] first = b.slice(0, Math.min(b.length(), DECLARATION_BYTES)).toArray();
            Matcher declared = DECLARED.matcher(new String(first, StandardCharsets.ISO_8859_1));
            if (!declared.find()) {
                return StandardCharsets.UTF_8;
            }
            String name = declared.group(1).toLowerCase(Locale.ROOT);
            if (!READ.matcher(name).matches() || !Charset.isSupported(name)) {
                throw ImageException.unsupported(
                        "the encoding " + declared.group(1) + " is not supported: save the text as UTF-8");
            }
            return Charset.forName(name);
        }
    }
}
