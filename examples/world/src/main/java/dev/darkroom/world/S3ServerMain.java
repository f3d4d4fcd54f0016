package dev.darkroom.world;

import java.io.IOException;

/** Main class of the S3 server process. It runs S3Proxy and exits when the parent process closes its end of the pipe. */
final class S3ServerMain {
    private S3ServerMain() {}

    /** Runs until the parent process has ended. */
    public static void main(String[] args) throws Exception {
        Thread parent = new Thread(S3ServerMain::awaitParentsEnd, "parent");
        parent.setDaemon(true);
        parent.start();
        // By name: S3Proxy is not a module, and this module does not depend on it.
        Class.forName("org.gaul.s3proxy.Main").getMethod("main", String[].class).invoke(null, (Object) args);
    }

    private static void awaitParentsEnd() {
        try {
            while (System.in.read() >= 0) {
                // the parent writes nothing; only the end of the stream matters
            }
        } catch (IOException closed) {
            // handled like the end of the stream
        }
        Runtime.getRuntime().halt(0);
    }
}
