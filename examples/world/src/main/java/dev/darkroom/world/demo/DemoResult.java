package dev.darkroom.world.demo;

import dev.darkroom.world.ReceivedCallback;
import dev.darkroom.world.RegisteredAsset;
import dev.darkroom.world.WorkerProcess;
import java.util.List;
import java.util.Optional;

/**
 * The results of one task.
 *
 * @param callback the callback that the orchestrator accepted
 * @param ref the text of the {@code .ref.json}
 * @param asset the asset that the CDN has under the id in the ref
 */
record DemoResult(
        Photo photo,
        WorkerProcess.ProcessResult ended,
        Optional<ReceivedCallback> callback,
        Optional<String> ref,
        Optional<RegisteredAsset> asset) {
    boolean good() {
        return ended.exit() == 0
                && callback.map(ReceivedCallback::status).orElse("").equals("success")
                && ref.isPresent()
                && asset.isPresent();
    }

    List<RegisteredAsset.Variant> variants() {
        return asset.map(RegisteredAsset::variants).orElse(List.of());
    }

    /** The file name of the copy of the upload. It differs from the names of all variants. */
    String uploadFile() {
        return "upload" + extension(photo.contentType());
    }

    static String file(RegisteredAsset.Variant variant) {
        return variant.name() + extension(variant.contentType());
    }

    private static String extension(String contentType) {
        return switch (contentType) {
            case "image/jpeg" -> ".jpg";
            case "image/png" -> ".png";
            case "image/gif" -> ".gif";
            case "image/webp" -> ".webp";
            default -> ".bin";
        };
    }
}
