/** The crash tests' way into the S3 store. */
@NullMarked
package dev.darkroom.storage.s3;

import org.jspecify.annotations.NullMarked;
