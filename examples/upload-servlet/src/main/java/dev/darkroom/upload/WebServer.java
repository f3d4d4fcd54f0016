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

/** The servlet alone in an embedded Jetty. Requests have virtual threads where Java has them, so that waiting for a client costs none. */
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
     * @param port 0 for any that is free
     */
    static WebServer start(UploadServlet servlet, String host, int port) throws Exception {
        return start(servlet, host, port, IDLE, STOP);
    }

    /**
     * @param idle until a connection on which nothing comes is closed
     * @param stop until what is in flight is cut off
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

    /** Finishes what has arrived and turns away what has not. */
    void stop() throws Exception {
        servlet.stopTaking();
        server.stop();
    }
}
