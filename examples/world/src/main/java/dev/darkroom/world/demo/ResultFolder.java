package dev.darkroom.world.demo;

import dev.darkroom.world.RegisteredAsset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder for the results: a folder for each photograph and one page for all. */
final class ResultFolder {
    private final Path path;

    ResultFolder(Path path) {
        this.path = path;
    }

    /** Writes the upload, the variants, the ref, the callback and the output of the worker. */
    void write(DemoResult result) throws IOException {
        Path folder = Files.createDirectories(path.resolve(result.photo().folder()));
        Files.write(folder.resolve(result.uploadFile()), result.photo().bytes());
        for (RegisteredAsset.Variant variant : result.variants()) {
            Files.write(folder.resolve(DemoResult.file(variant)), variant.bytes());
        }
        if (result.ref().isPresent()) {
            Files.writeString(
                    folder.resolve(result.photo().name() + ".ref.json"),
                    result.ref().get());
        }
        if (result.callback().isPresent()) {
            Files.writeString(
                    folder.resolve("callback.json"), result.callback().get().raw());
        }
        Files.writeString(
                folder.resolve("worker.log"),
                result.ended().out() + result.ended().err());
    }

    /** Writes the page and returns its path. */
    Path writePage(List<DemoResult> results) throws IOException {
        Path page = path.resolve("index.html").toAbsolutePath().normalize();
        Files.writeString(page, DemoPage.html(results));
        return page;
    }
}
