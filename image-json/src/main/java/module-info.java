/** JSON to and from plain values, for the modules that keep or send some. */
module dev.darkroom.json {
    requires static transitive org.jspecify;
    requires transitive dev.darkroom.core;
    requires tools.jackson.core;

    exports dev.darkroom.json;
}
