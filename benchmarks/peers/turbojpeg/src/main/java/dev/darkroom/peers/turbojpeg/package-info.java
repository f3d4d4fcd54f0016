/** How long the JPEG library alone takes for what a job decodes and encodes. */
@NullMarked
package dev.darkroom.peers.turbojpeg;

import org.jspecify.annotations.NullMarked;

