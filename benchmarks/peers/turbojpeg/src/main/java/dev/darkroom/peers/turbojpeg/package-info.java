/** Measures the time that libjpeg-turbo alone needs for decoding and encoding the pictures of a job. */
@NullMarked
package dev.darkroom.peers.turbojpeg;

import org.jspecify.annotations.NullMarked;

