/** What real clients are connected to instead of sockets: services in memory, and a line that fails as it is told. */
@NullMarked
package dev.darkroom.crash.network;

import org.jspecify.annotations.NullMarked;
