/** Darkroom's vocabulary and SPI: what a picture is, what may be asked of it, and who can do the work. */
module dev.darkroom.core {
    requires static transitive org.jspecify;

    exports dev.darkroom.core;
    exports dev.darkroom.spi;
    exports dev.darkroom.core.color to
            dev.darkroom.codecs,
            dev.darkroom.pipeline,
            dev.darkroom.testkit,
            dev.darkroom.turbo;
    exports dev.darkroom.core.header to
            dev.darkroom.codecs,
            dev.darkroom.pipeline,
            dev.darkroom.svg,
            dev.darkroom.testkit,
            dev.darkroom.turbo;
    exports dev.darkroom.core.jpeg to
            dev.darkroom.codecs,
            dev.darkroom.turbo;
    exports dev.darkroom.core.resample to
            dev.darkroom.pipeline,
            dev.darkroom.testkit,
            dev.darkroom.turbo;
}
