/** The stages from upload to outcome. Codecs, stores and resamplers are found, never named. */
module dev.darkroom.pipeline {
    requires static org.jspecify;
    requires transitive dev.darkroom.core;
    requires dev.darkroom.json;
    requires org.apache.commons.io;

    exports dev.darkroom.pipeline;
    exports dev.darkroom.pipeline.store;

    uses dev.darkroom.spi.DecoderProvider;
    uses dev.darkroom.spi.EncoderProvider;
    uses dev.darkroom.spi.Inspector;
    uses dev.darkroom.spi.MemoryProvider;
    uses dev.darkroom.spi.ObjectStoreProvider;
    uses dev.darkroom.spi.ResamplerProvider;
    uses dev.darkroom.spi.Rewriter;

    provides dev.darkroom.spi.MemoryProvider with
            dev.darkroom.pipeline.HeapMemoryProvider;
    provides dev.darkroom.spi.ObjectStoreProvider with
            dev.darkroom.pipeline.store.FileStoreProvider,
            dev.darkroom.pipeline.store.MemoryStoreProvider;
    provides dev.darkroom.spi.ResamplerProvider with
            dev.darkroom.pipeline.resample.ScalarResamplerProvider;
}
