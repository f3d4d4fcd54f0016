package dev.darkroom.hostile.table;

import dev.darkroom.core.Format;
import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.svg.ActiveContent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Looks at what came out with other people's eyes: readers of image I/O, the SVG module's own test for active content, and a
 * walk to each file's end.
 */
final class SafeRenditions {
    private SafeRenditions() {}

    static Optional<String> complaint(Outcome.Completed completed, List<String> absent) {
        if (completed.renditions().isEmpty()) {
            return Optional.of("there are no renditions");
        }
        for (Rendition rendition : completed.renditions()) {
            byte[] file = rendition.bytes().toArray();
            Optional<String> wrong = complaint(rendition, file).or(() -> mark(file, absent));
            if (wrong.isPresent()) {
                return wrong.map(words -> "the rendition " + rendition.name() + " " + words);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> complaint(Rendition rendition, byte[] file) {
        if (rendition.format() == Format.SVG) {
            return ActiveContent.in(file).stream().findFirst();
        }
        int end = FileEnd.of(rendition.format(), file);
        if (end != file.length) {
            return Optional.of("ends at byte " + end + ", and has " + file.length);
        }
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
            if (picture == null) {
                return Optional.of("is read by nobody");
            }
            // a GIF reader of the JDK's gives the first frame alone, which may be smaller than its canvas
            boolean asPlanned = rendition.format() == Format.GIF
                    || picture.getWidth() == rendition.size().width()
                            && picture.getHeight() == rendition.size().height();
            return asPlanned
                    ? Optional.empty()
                    : Optional.of(
                            "is " + picture.getWidth() + " x " + picture.getHeight() + ", not " + rendition.size());
        } catch (IOException | RuntimeException e) {
            // the JDK's readers do not know every type of PNG, nor a GIF's frame without pixels
            return rendition.name().equals(Service.REWRITTEN) ? Optional.empty() : Optional.of("cannot be read: " + e);
        }
    }

    private static Optional<String> mark(byte[] file, List<String> marks) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        return marks.stream().filter(text::contains).findFirst().map(found -> "has \"" + found + "\" in it");
    }
}
