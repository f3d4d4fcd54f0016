package dev.darkroom.crash;

import dev.darkroom.world.http.Request;
import java.util.List;

/** A kind of request that the system under test makes. Implemented by enum constants. */
public interface RequestStep {
    String name();

    /**
     * @param earlier earlier requests of the same process
     */
    boolean matches(Request request, List<Request> earlier);
}
