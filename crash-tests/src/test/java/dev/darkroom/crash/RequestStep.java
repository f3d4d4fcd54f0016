package dev.darkroom.crash;

import dev.darkroom.world.http.Request;
import java.util.List;

/** One kind of request that a subject makes. An enum's constant. */
public interface RequestStep {
    String name();

    /**
     * @param earlier what the same process asked for before
     */
    boolean matches(Request request, List<Request> earlier);
}
