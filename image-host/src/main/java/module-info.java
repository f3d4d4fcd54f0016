/** What a process that hosts a pipeline needs; a library user does without. */
module dev.darkroom.host {
    requires static org.jspecify;
    requires transitive dev.darkroom.pipeline;

    exports dev.darkroom.host;
}
