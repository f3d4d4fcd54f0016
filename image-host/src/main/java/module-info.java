/** Support for a process that hosts a pipeline. A program that only uses the library does not need it. */
module dev.darkroom.host {
    requires static org.jspecify;
    requires transitive dev.darkroom.pipeline;

    exports dev.darkroom.host;
}
