/** Object stores on Amazon S3, Cloudflare R2 and other services that speak S3. */
@NullMarked
package dev.darkroom.storage.s3;

import org.jspecify.annotations.NullMarked;
