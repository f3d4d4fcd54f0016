package dev.darkroom.storage.s3;

import java.time.Duration;
import java.util.Set;

/** Advice after a refusal: which setting is wrong, its value, and the value to set. It quotes bucket, region and host, but never a key. */
record SettingAdvice(S3Settings settings) {
    private static final Set<String> REGION_CODES =
            Set.of("AuthorizationHeaderMalformed", "IllegalLocationConstraintException", "InvalidRegionName");
    private static final Set<String> TOKEN_CODES = Set.of("ExpiredToken", "InvalidToken", "TokenRefreshRequired");

    /**
     * @param status HTTP status
     * @param code error code of the service; empty if it sent none
     * @param bucketRegion region of the bucket according to the service; empty if unknown
     * @return empty if the refusal is not about a setting
     */
    String of(int status, String code, String bucketRegion) {
        if (TOKEN_CODES.contains(code)) {
            return "the session token of the temporary keys has expired or is wrong; set new keys (" + keyNames() + ")";
        }
        return switch (code) {
            case "NoSuchBucket" ->
                "there is no bucket \"" + settings.bucket() + "\" at " + host()
                        + "; correct the bucket's name or the endpoint (" + endpointNames() + ")";
            case "InvalidAccessKeyId" ->
                "the service does not know the access key; correct it (" + settings.accessKeyName()
                        + ") or the endpoint, which is " + host() + " (" + endpointNames() + ")";
            case "SignatureDoesNotMatch" ->
                "the secret does not belong to the access key; correct it (" + settings.secretKeyName() + ")";
            default -> ofPlace(status, code, bucketRegion);
        };
    }

    private String ofPlace(int status, String code, String bucketRegion) {
        boolean redirected = status >= 300 && status < 400;
        boolean otherRegion = !bucketRegion.isEmpty() && !bucketRegion.equals(settings.region());
        if (otherRegion && (redirected || status == 400 || status == 403)) {
            return "the bucket is in region \"" + bucketRegion + "\", and the store's region is \"" + settings.region()
                    + "\"; set the region to \"" + bucketRegion + "\" (" + regionNames() + ")";
        }
        if (redirected || REGION_CODES.contains(code)) {
            return "the bucket is not at the place in the settings; they say region \"" + settings.region() + "\" ("
                    + regionNames() + ") and endpoint " + host() + " (" + endpointNames() + ")";
        }
        return status == 405
                ? "the endpoint " + host() + " may not be an S3 service; correct it (" + endpointNames() + ")"
                : "";
    }

    /** Advice for a host name that cannot be resolved. */
    String ofUnknownHost() {
        return "the name of its host, " + host() + ", is unknown; correct the endpoint (" + endpointNames()
                + ") or the region, which is \"" + settings.region() + "\" (" + regionNames() + ")";
    }

    /** Advice for missing keys. */
    String ofMissingKeys() {
        return "no access key was found; set one (" + keyNames() + ")";
    }

    /**
     * Advice for a clock that is still wrong after the correction.
     *
     * @param off how far the clock of the service is ahead of the clock of this machine; negative if it is behind
     */
    static String ofClock(Duration off) {
        long minutes = off.toMinutes();
        if (minutes == 0) {
            return "the object store reports that this machine's clock is wrong; set it";
        }
        return "this machine's clock is " + Math.abs(minutes) + " minutes " + (minutes < 0 ? "ahead of" : "behind")
                + " the object store's; set it";
    }

    private String host() {
        return settings.endpoint()
                .map(endpoint -> endpoint.getHost() + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort()))
                .orElseGet(() -> "that of Amazon S3 in \"" + settings.region() + "\"");
    }

    private String keyNames() {
        return settings.accessKeyName() + " and " + settings.secretKeyName() + ", or S3Settings.keys";
    }

    private String regionNames() {
        return settings.isR2() ? "S3Settings.region" : "AWS_REGION, region= in the store's URI, or S3Settings.region";
    }

    private String endpointNames() {
        return settings.isR2()
                ? "R2_ENDPOINT or S3Settings.endpoint"
                : "AWS_ENDPOINT_URL_S3, endpoint= in the store's URI, or S3Settings.endpoint";
    }
}
