package dev.darkroom.spi.delivery;

import dev.darkroom.core.Bytes;

/** An object and its head, read in one piece. */
public record StoredObject(Bytes content, ObjectHead head) {}
