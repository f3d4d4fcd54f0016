package dev.darkroom.worker;

import dev.darkroom.pipeline.PipelineListener;
import java.lang.System.Logger.Level;
import java.util.Map;

/** Logs each step, and where the upload is not what it was said to be. */
record Log(Map<String, String> env) implements PipelineListener {
    private static final System.Logger LOG = System.getLogger("fly-worker");

    @Override
    public void on(Event event) {
        if (event instanceof Recognized upload) {
            differs(
                    "content type",
                    Variable.INPUT_CONTENT_TYPE.in(env),
                    upload.info().format().mediaType());
            differs("size", Variable.INPUT_FILE_SIZE.in(env), Integer.toString(upload.bytes()));
        } else if (event instanceof StageEnded stage) {
            LOG.log(Level.INFO, stage.stage() + " took " + stage.took().toMillis() + " ms");
        } else if (event instanceof Published published) {
            LOG.log(Level.INFO, "published to " + published.publication().publisher());
        } else if (event instanceof Warned warned) {
            LOG.log(Level.WARNING, warned.warning());
        }
    }

    private static void differs(String what, String said, String is) {
        if (!said.equalsIgnoreCase(is)) {
            LOG.log(Level.WARNING, "the upload's " + what + " was said to be " + said + " and is " + is);
        }
    }
}
