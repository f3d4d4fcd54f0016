/** Registers variants at a CDN and calls back whoever waits, over the JDK's HTTP client. */
module dev.darkroom.cdn {
    requires static transitive org.jspecify;
    requires transitive dev.darkroom.core;
    requires java.net.http;
    requires tools.jackson.core;

    exports dev.darkroom.cdn;
}
