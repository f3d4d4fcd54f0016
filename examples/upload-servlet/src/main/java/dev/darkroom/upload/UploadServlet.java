package dev.darkroom.upload;

import dev.darkroom.core.ImageException;
import dev.darkroom.upload.problem.Problem;
import dev.darkroom.upload.problem.ProblemException;
import dev.darkroom.upload.problem.ProblemType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A servlet that receives uploads and serves the stored pictures. Any Servlet 6.1 container can mount it at {@code /*} or below any path,
 * with {@code async-supported}. Its settings are those of {@link ServletVariable}, as init parameters or environment variables.
 * {@link #init} opens its store and pipelines, and {@link #destroy} closes them.
 */
public final class UploadServlet extends HttpServlet {
    static final System.Logger LOG = System.getLogger("upload-servlet");

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> settings;
    private final transient ApplicationOpener opening;
    private transient @Nullable UploadApplication opened;

    /** Opens the application. */
    @FunctionalInterface
    interface ApplicationOpener {
        UploadApplication open(Map<String, String> settings, String base) throws ImageException;
    }

    /** Constructor for containers. The settings come from the environment and the init parameters. */
    public UploadServlet() {
        this(System.getenv());
    }

    /**
     * @param settings settings by the names of {@link ServletVariable}; init parameters override them
     */
    public UploadServlet(Map<String, String> settings) {
        this(settings, UploadApplication::open);
    }

    UploadServlet(Map<String, String> settings, ApplicationOpener opening) {
        this.settings = Map.copyOf(settings);
        this.opening = opening;
    }

    @Override
    public void init() throws ServletException {
        Map<String, String> all = new HashMap<>(settings);
        Collections.list(getInitParameterNames()).forEach(name -> all.put(name, getInitParameter(name)));
        try {
            opened = opening.open(all, getServletContext().getContextPath() + mapping());
        } catch (ImageException | IllegalArgumentException e) {
            throw new ServletException(e.getMessage(), e);
        }
    }

    /** The path below which the servlet is mounted; empty for the root. */
    private String mapping() {
        return getServletContext().getServletRegistration(getServletName()).getMappings().stream()
                .filter(pattern -> pattern.endsWith("/*"))
                .map(pattern -> pattern.substring(0, pattern.length() - 2))
                .findFirst()
                .orElse("");
    }

    /** Rejects new requests and bodies that are still arriving. Requests that have arrived completely are finished. */
    public void stopTaking() {
        UploadApplication open = opened;
        if (open != null) {
            open.stopTaking();
        }
    }

    @Override
    public void destroy() {
        UploadApplication open = opened;
        if (open != null) {
            open.close();
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UploadApplication open = opened;
        if (open == null) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            open.serve(path(request), request, response);
        } catch (ProblemException e) {
            open.refuse(request, response, e.problem());
        } catch (ImageException e) {
            open.refuse(request, response, ProblemMapper.of(e.failure()));
        } catch (IOException e) {
            // The client closed the connection, or sent fewer bytes than announced and may still read the response.
            Problem brokenOff = Problem.of(ProblemType.INVALID_REQUEST, "the upload broke off");
            open.refuse(request, response, ProblemMapper.of(e, brokenOff));
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "a request failed", e);
            Problem internal = Problem.of(ProblemType.INTERNAL_ERROR, "an internal error");
            open.refuse(request, response, ProblemMapper.of(e, internal));
        }
    }

    /** The part of the path below the servlet, undecoded. */
    private static String path(HttpServletRequest request) throws ProblemException {
        boolean below = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
        String base = request.getContextPath() + (below ? request.getServletPath() : "");
        String whole = request.getRequestURI();
        if (!whole.startsWith(base)) {
            throw new ProblemException(
                    ProblemType.INVALID_PATH, "the address has a form that this server does not support");
        }
        return whole.substring(base.length()).isEmpty() ? "/" : whole.substring(base.length());
    }
}
