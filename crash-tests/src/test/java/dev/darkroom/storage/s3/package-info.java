/** Gives the crash tests access to the S3 store. */
@NullMarked
package dev.darkroom.storage.s3;

import org.jspecify.annotations.NullMarked;
