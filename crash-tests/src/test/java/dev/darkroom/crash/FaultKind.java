package dev.darkroom.crash;

/** What goes wrong at one request. Where it is open whether the service has done its work by then, the seed decides. */
public enum FaultKind {
    REFUSED("connection refused"),
    RESET_BEFORE("reset before the request"),
    RESET_HALFWAY("reset half-way"),
    /** The work is done and the answer lost. */
    RESET_AFTER("reset after the request"),
    /** The work is not done, done, or done when nobody waits for it any more. */
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
    /** The process is gone, before the service hears of the request or after it has done it. */
    KILL("kill -9");

    private final String shown;

    FaultKind(String shown) {
        this.shown = shown;
    }

    /** As the table's head has it. */
    public String shown() {
        return shown;
    }
}
