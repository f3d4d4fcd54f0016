/** The contracts of Darkroom's SPI, as tests for every implementation. */
module dev.darkroom.testkit {
    exports dev.darkroom.testkit;

    requires static transitive org.jspecify;
    requires transitive dev.darkroom.core;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
}
