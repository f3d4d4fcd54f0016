package dev.darkroom.pipeline;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.ImageException;
import dev.darkroom.core.ImageInfo;
import dev.darkroom.core.Orientation;
import dev.darkroom.core.Size;
import dev.darkroom.spi.codec.BandSink;
import dev.darkroom.spi.codec.DecodeHint;
import dev.darkroom.spi.codec.DecodeReport;
import dev.darkroom.spi.codec.Decoder;
import dev.darkroom.spi.codec.DecoderProvider;
import dev.darkroom.spi.codec.Layout;
import dev.darkroom.spi.codec.Memory;
import dev.darkroom.spi.codec.Rewriter;
import dev.darkroom.testkit.FakeCodec;
import dev.darkroom.testkit.FakePicture;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A fake SVG codec: decodes every SVG to a red square with a transparent frame, and rewrites every SVG to the same bytes. */
public final class FakeSvg implements DecoderProvider, Rewriter {
    public static final Bytes UPLOAD = text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
    public static final Bytes CLEAN = text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");

    private static final FakePicture PICTURE = FakePicture.of(
            Format.PNG,
            new Size(1000, 1000),
            Layout.RGBA,
            Orientation.NORMAL,
            (x, y, plane, channel) ->
                    x > 200 && x < 800 && y > 200 && y < 800 && (channel == 0 || channel == 3) ? 255 : 0);

    @Override
    public String name() {
        return "fake-svg";
    }

    @Override
    public Set<Format> formats() {
        return Set.of(Format.SVG);
    }

    @Override
    public Bytes rewrite(Format format, Bytes source, Keep keep) {
        return CLEAN;
    }

    @Override
    public Decoder open(Format format, Bytes source) throws ImageException {
        Decoder decoder = FakeCodec.rows().open(Format.PNG, PICTURE.toBytes());
        return new Decoder() {
            @Override
            public ImageInfo info() {
                ImageInfo png = decoder.info();
                return new ImageInfo(
                        Format.SVG, png.stored(), png.orientation(), 1, true, png.model(), png.color(), 8, true, false);
            }

            @Override
            public DecodeReport prepare(DecodeHint hint) throws ImageException {
                return decoder.prepare(hint);
            }

            @Override
            public void decode(BandSink sink, Memory memory) throws ImageException {
                decoder.decode(sink, memory);
            }

            @Override
            public void close() {
                decoder.close();
            }
        };
    }

    private static Bytes text(String content) {
        return Bytes.wrap(content.getBytes(StandardCharsets.UTF_8));
    }
}
