/** The stages from upload to outcome. Codecs, stores and resamplers are found, never named. */
module dev.darkroom.pipeline {
    requires static org.jspecify;
    requires transitive dev.darkroom.core;
    requires org.apache.commons.io;
}
