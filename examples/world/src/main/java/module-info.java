/** Local services for running workers in tests and demonstrations. */
module dev.darkroom.world {
    requires static transitive org.jspecify;
    requires java.desktop;
    requires transitive java.net.http;
    requires java.xml;
    requires tools.jackson.core;

    exports dev.darkroom.world;
    exports dev.darkroom.world.http;
}
