package dev.darkroom.crash;

/** The kind of fault at a request. If a fault can occur before or after the service handles the request, the seed decides which. */
public enum FaultKind {
    REFUSED("connection refused"),
    RESET_BEFORE("reset before the request"),
    RESET_HALFWAY("reset half-way"),
    /** The service handles the request, and the response is lost. */
    RESET_AFTER("reset after the request"),
    /** The service never handles the request, handles it, or handles it after the client has given up. */
    HANG("hang"),
    SERVER_ERROR("5xx"),
    TOO_MANY("429"),
    FORBIDDEN("403"),
    CONFLICT("409"),
    PRECONDITION("412"),
    WRONG_ETAG("wrong ETag"),
    TRUNCATED("body cut short"),
    LONGER("body too long"),
    GARBAGE("garbage"),
    HUGE("2 GB reply"),
    /** The process is killed before the service receives the request or after the service has handled it. */
    KILL("kill -9");

    private final String shown;

    FaultKind(String shown) {
        this.shown = shown;
    }

    /** The name in the head of the table. */
    public String shown() {
        return shown;
    }
}
