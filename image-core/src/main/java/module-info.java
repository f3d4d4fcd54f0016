/** The value types of Darkroom (sources, formats, sizes, variants, outcomes, failures) and the service provider interfaces. */
module dev.darkroom.core {
    requires static transitive org.jspecify;

    exports dev.darkroom.core;
    exports dev.darkroom.spi.codec;
    exports dev.darkroom.spi.delivery;
    exports dev.darkroom.core.color to
            dev.darkroom.codecs,
            dev.darkroom.pipeline,
            dev.darkroom.testkit,
            dev.darkroom.turbo;
    exports dev.darkroom.core.color.icc to
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
    exports dev.darkroom.core.header.exif to
            dev.darkroom.codecs,
            dev.darkroom.pipeline,
            dev.darkroom.svg,
            dev.darkroom.testkit,
            dev.darkroom.turbo;
    exports dev.darkroom.core.header.gif to
            dev.darkroom.codecs,
            dev.darkroom.pipeline,
            dev.darkroom.svg,
            dev.darkroom.testkit,
            dev.darkroom.turbo;
    exports dev.darkroom.core.header.jpeg to
            dev.darkroom.codecs,
            dev.darkroom.pipeline,
            dev.darkroom.svg,
            dev.darkroom.testkit,
            dev.darkroom.turbo;
    exports dev.darkroom.core.header.png to
            dev.darkroom.codecs,
            dev.darkroom.pipeline,
            dev.darkroom.svg,
            dev.darkroom.testkit,
            dev.darkroom.turbo;
    exports dev.darkroom.core.header.svg to
            dev.darkroom.codecs,
            dev.darkroom.pipeline,
            dev.darkroom.svg,
            dev.darkroom.testkit,
            dev.darkroom.turbo;
    exports dev.darkroom.core.header.webp to
            dev.darkroom.codecs,
            dev.darkroom.pipeline,
            dev.darkroom.svg,
            dev.darkroom.testkit,
            dev.darkroom.turbo;
    exports dev.darkroom.core.jpeg to
            dev.darkroom.codecs,
            dev.darkroom.turbo;
    exports dev.darkroom.core.plan to
            dev.darkroom.pipeline,
            dev.darkroom.testkit;
    exports dev.darkroom.core.resample to
            dev.darkroom.pipeline,
            dev.darkroom.testkit,
            dev.darkroom.turbo;
    exports dev.darkroom.core.signature to
            dev.darkroom.pipeline,
            dev.darkroom.svg,
            dev.darkroom.testkit;
    exports dev.darkroom.core.webp to
            dev.darkroom.codecs,
            dev.darkroom.turbo;
}
