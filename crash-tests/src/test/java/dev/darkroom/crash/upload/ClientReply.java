package dev.darkroom.crash.upload;

/**
 * What the servlet's client was told.
 *
 * @param status 0 for nothing
 * @param body empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ClientReply(int status, byte[] body) {
    static final ClientReply NOTHING = new ClientReply(0, new byte[0]);
}
