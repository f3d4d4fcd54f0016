package dev.darkroom.world;

import java.util.concurrent.CountDownLatch;

/** A worker that prints the names of its environment variables and ends with status 3, or that waits for a signal. */
final class TinyWorker {
    private TinyWorker() {}

    public static void main(String[] args) throws InterruptedException {
        if ("wait".equals(System.getenv("MODE"))) {
            System.out.println("waiting");
            new CountDownLatch(1).await();
        }
        System.out.println(System.getenv().keySet());
        System.err.println("on err");
        System.exit(3);
    }
}
