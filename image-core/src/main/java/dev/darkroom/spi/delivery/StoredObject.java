package dev.darkroom.spi.delivery;

import dev.darkroom.core.Bytes;

/** The content and the head of an object, both from the same write. */
public record StoredObject(Bytes content, ObjectHead head) {}
