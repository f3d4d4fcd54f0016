package dev.darkroom.upload;

import dev.darkroom.upload.problem.ProblemErrorHandler;
import jakarta.servlet.Servlet;
import java.time.Duration;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * An embedded Jetty with only the servlet. If Java has virtual threads, requests run on them, so that waiting for a client blocks no
 * platform thread.
 */
final class WebServer {
    private static final int THREADS = 256;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Server server;
    private final int port;
    private final UploadServlet servlet;

    private WebServer(Server server, int port, UploadServlet servlet) {
        this.server = server;
        this.port = port;
        this.servlet = servlet;
    }

    /**
     * @param port 0 for any free port
     */
    static WebServer start(UploadServlet servlet, String host, int port) throws Exception {
        return start(servlet, host, port, IDLE, STOP);
    }

    /**
     * @param idle time after which an idle connection is closed
     * @param stop time after which running requests are aborted during a stop
     */
    static WebServer start(UploadServlet servlet, String host, int port, Duration idle, Duration stop)
            throws Exception {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("http");
        if (VirtualThreads.areSupported()) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
        }
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(idle.toMillis());
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(context(servlet)));
        server.setErrorHandler(new ProblemErrorHandler());
        server.setStopTimeout(stop.toMillis());
        server.start();
        return new WebServer(server, connector.getLocalPort(), servlet);
    }

    private static ServletContextHandler context(Servlet servlet) {
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder("upload", servlet);
        holder.setAsyncSupported(true);
        holder.setInitOrder(0);
        context.addServlet(holder, "/*");
        return context;
    }

    int port() {
        return port;
    }

    /** Stops the server. It finishes requests that have arrived completely and rejects all others. */
    void stop() throws Exception {
        servlet.stopTaking();
        server.stop();
    }
}
