/** Registers variants at a CDN and sends callbacks, over the JDK's HTTP client. */
module dev.darkroom.cdn {
    requires static transitive org.jspecify;
    requires transitive dev.darkroom.core;
    requires java.net.http;
    requires dev.darkroom.json;

    exports dev.darkroom.cdn;
}
