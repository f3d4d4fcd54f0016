/** An object store on Amazon S3 and Cloudflare R2. */
module dev.darkroom.storage.s3 {
    requires static org.jspecify;
    requires transitive dev.darkroom.core;
    requires org.apache.commons.io;
    requires software.amazon.awssdk.services.s3;
}
