package dev.darkroom.cdn;

import java.net.URI;

/** Checks the URLs that a caller configures. URLs may hold tokens, so only their scheme, host and port are ever shown. */
final class ServiceUrl {
    private ServiceUrl() {}

    /** Checks a URL that paths are appended to, and removes slashes at its end. */
    static URI base(String what, URI url) {
        any(what, url);
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(what + " must have no query and no fragment");
        }
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.replaceAll("/+$", "")) : url;
    }

    static URI any(String what, URI url) {
        boolean web = isSecure(url) || "http".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException(what + " must be an http or https URL with a host");
        }
        return url;
    }

    static boolean isSecure(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    static String shown(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }
}
