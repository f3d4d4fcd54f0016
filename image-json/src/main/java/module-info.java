/** Reads and writes JSON as plain values, for the modules that store or send JSON. */
module dev.darkroom.json {
    requires static transitive org.jspecify;
    requires transitive dev.darkroom.core;
    requires tools.jackson.core;

    exports dev.darkroom.json;
}
