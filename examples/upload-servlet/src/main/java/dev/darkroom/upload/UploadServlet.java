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
 * Takes uploads and hands out what became of them. Any Servlet 6.1 container can mount it, at {@code /*} or below any path, with
 * {@code async-supported}; its settings are those of {@link ServletVariable}, as init parameters or in the environment. Opens its store and
 * pipelines when it is initialised and closes them when it is destroyed.
 */
public final class UploadServlet extends HttpServlet {
    static final System.Logger LOG = System.getLogger("upload-servlet");

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> settings;
    private final transient ApplicationOpener opening;
    private transient @Nullable UploadApplication site;

    /** How a site comes to be. */
    @FunctionalInterface
    interface ApplicationOpener {
        UploadApplication open(Map<String, String> settings, String base) throws ImageException;
    }

    /** For containers: settings are read from the environment and the init parameters. */
    public UploadServlet() {
        this(System.getenv());
    }

    /**
     * @param settings by the names of {@link ServletVariable}; init parameters go before them
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
            site = opening.open(all, getServletContext().getContextPath() + mapping());
        } catch (ImageException | IllegalArgumentException e) {
            throw new ServletException(e.getMessage(), e);
        }
    }

    /** The path that it is mounted below, empty for the root. */
    private String mapping() {
        return getServletContext().getServletRegistration(getServletName()).getMappings().stream()
                .filter(pattern -> pattern.endsWith("/*"))
                .map(pattern -> pattern.substring(0, pattern.length() - 2))
                .findFirst()
                .orElse("");
    }

    /** Turns away what comes from now on, and bodies that are still arriving; what has arrived is finished. */
    public void stopTaking() {
        UploadApplication open = site;
        if (open != null) {
            open.stopTaking();
        }
    }

    @Override
    public void destroy() {
        UploadApplication open = site;
        if (open != null) {
            open.close();
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UploadApplication open = site;
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
            // The client is gone, or has sent less than it announced and may still be listening.
            Problem brokenOff = Problem.of(ProblemType.INVALID_REQUEST, "the upload broke off");
            open.refuse(request, response, ProblemMapper.of(e, brokenOff));
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "a request failed", e);
            Problem internal = Problem.of(ProblemType.INTERNAL_ERROR, "an internal error");
            open.refuse(request, response, ProblemMapper.of(e, internal));
        }
    }

    /** The part of the address that is ours, undecoded. */
    private static String path(HttpServletRequest request) throws ProblemException {
        boolean below = request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH;
        String base = request.getContextPath() + (below ? request.getServletPath() : "");
        String whole = request.getRequestURI();
        if (!whole.startsWith(base)) {
            throw new ProblemException(
                    ProblemType.INVALID_PATH, "the address is written in a way that is not understood here");
        }
        return whole.substring(base.length()).isEmpty() ? "/" : whole.substring(base.length());
    }
}
