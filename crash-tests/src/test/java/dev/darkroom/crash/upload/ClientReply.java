package dev.darkroom.crash.upload;

/**
 * The response that the client of the servlet received.
 *
 * @param status 0 if there was no response
 * @param body empty if there was no body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ClientReply(int status, byte[] body) {
    static final ClientReply NOTHING = new ClientReply(0, new byte[0]);
}
