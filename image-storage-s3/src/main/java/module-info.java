/** An object store on Amazon S3 and Cloudflare R2. */
module dev.darkroom.storage.s3 {
    requires static org.jspecify;
    requires transitive dev.darkroom.core;
    requires org.apache.commons.io;
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.identity.spi;
    requires software.amazon.awssdk.profiles;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.retries;
    requires software.amazon.awssdk.retries.api;
    requires software.amazon.awssdk.services.s3;
    requires software.amazon.awssdk.utils;

    exports dev.darkroom.storage.s3;

    provides dev.darkroom.spi.delivery.ObjectStoreProvider with
            dev.darkroom.storage.s3.R2StoreProvider,
            dev.darkroom.storage.s3.S3StoreProvider;
}
