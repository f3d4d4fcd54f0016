/** The stages from upload to outcome. Codecs, stores and resamplers are found by service loading and never named. */
module dev.darkroom.pipeline {
    requires static org.jspecify;
    requires transitive dev.darkroom.core;
    requires org.apache.commons.io;

    exports dev.darkroom.pipeline;
    exports dev.darkroom.pipeline.store;

    uses dev.darkroom.spi.codec.DecoderProvider;
    uses dev.darkroom.spi.codec.EncoderProvider;
    uses dev.darkroom.spi.codec.Inspector;
    uses dev.darkroom.spi.codec.MemoryProvider;
    uses dev.darkroom.spi.delivery.ObjectStoreProvider;
    uses dev.darkroom.spi.codec.ResamplerProvider;
    uses dev.darkroom.spi.codec.Rewriter;

    provides dev.darkroom.spi.codec.MemoryProvider with
            dev.darkroom.pipeline.resource.HeapMemoryProvider;
    provides dev.darkroom.spi.delivery.ObjectStoreProvider with
            dev.darkroom.pipeline.store.FileStoreProvider,
            dev.darkroom.pipeline.store.MemoryStoreProvider;
    provides dev.darkroom.spi.codec.ResamplerProvider with
            dev.darkroom.pipeline.resample.ScalarResamplerProvider;
}
