/** Pictures of a web site: contents, manifests and ready-made pipelines. */
module dev.darkroom.content {
    requires static org.jspecify;
    requires transitive dev.darkroom.pipeline;
    requires dev.darkroom.json;

    exports dev.darkroom.content;
}
