package dev.darkroom.world.demo;

import dev.darkroom.world.PictureHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A photograph for the demonstration.
 *
 * @param folder the name of its folder among the results, different for each photograph
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Photo(String name, String folder, byte[] bytes) {
    /** The photographs in the given files, or the generated photograph if there are no files. */
    static List<Photo> of(List<Path> files) throws IOException {
        if (files.isEmpty()) {
            return List.of(new Photo("evening-lake.jpg", "evening-lake", GeneratedPhoto.jpeg()));
        }
        List<Photo> photos = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            String stem = name.replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9._-]", "_");
            String folder = files.size() == 1 ? stem : (photos.size() + 1) + "-" + stem;
            photos.add(new Photo(name, folder, Files.readAllBytes(file)));
        }
        return photos;
    }

    /** The content type that an uploader would declare. */
    String contentType() {
        return PictureHeader.contentType(bytes).orElse("application/octet-stream");
    }
}
