package dev.darkroom.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Bytes;
import dev.darkroom.storage.s3.ScriptedS3Server.Request;

/** Checks of the properties that R2 requires of every request. */
final class R2RequestChecks {
    private R2RequestChecks() {}

    static void check(Request request) {
        assertThat(request.headers()).doesNotContainKeys("transfer-encoding", "content-encoding", "expect");
        assertThat(request.headers().keySet())
                .noneMatch(name -> name.startsWith("x-amz-checksum") || name.startsWith("x-amz-sdk-checksum"))
                .noneMatch(name -> name.startsWith("x-amz-trailer") || name.startsWith("x-amz-decoded"));
        assertThat(request.headers().get("x-amz-content-sha256"))
                .isIn("UNSIGNED-PAYLOAD", Bytes.wrap(request.body()).sha256());
        assertThat(request.headers().get("authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
                .containsPattern("Credential=AKIDEXAMPLE/[0-9]{8}/auto/s3/aws4_request");
    }
}
