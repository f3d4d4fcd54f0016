/** A simulated network for real clients: services in memory and connections with planned faults. */
@NullMarked
package dev.darkroom.crash.network;

import org.jspecify.annotations.NullMarked;
