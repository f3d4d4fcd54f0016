package dev.darkroom.pipeline.corpus;

import dev.darkroom.core.Outcome;
import dev.darkroom.core.Rendition;
import dev.darkroom.pipeline.corpus.Production.Produced;
import dev.darkroom.testkit.Corpus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * For people: with {@code -Ddarkroom.corpus.out=DIR}, renditions of pictures in which something is easily got wrong, each beside
 * libvips' rendering of the upload, and all of them on one {@code sheet.png}, ours left.
 */
final class ContactSheet {
    private static final Set<String> CHOSEN = Set.of();
    private static final int SIDE = 400;

    private final Optional<Path> out;
    private final List<String> tiles = new ArrayList<>();

    private ContactSheet(Optional<Path> out) {
        this.out = out;
    }

    static ContactSheet asked() throws IOException {
        String folder = System.getProperty("darkroom.corpus.out");
        if (folder == null) {
            return new ContactSheet(Optional.empty());
        }
        return new ContactSheet(
                Optional.of(Files.createDirectories(Path.of(folder).toAbsolutePath())));
    }

    void add(Corpus corpus, Produced produced) throws IOException {
        if (out.isEmpty()
                || !CHOSEN.contains(produced.file().path())
                || !(produced.outcome() instanceof Outcome.Completed completed)) {
            return;
        }
        String name = produced.file().path().replace('/', '-');
        for (Rendition rendition : completed.renditions()) {
            boolean shown = rendition.name().equals("400")
                    || rendition.name().equals(Production.FULL)
                            && rendition.size().longest() <= SIDE;
            if (shown) {
                Path ours = out.get().resolve(name + ".png");
                try (OutputStream stream = Files.newOutputStream(ours)) {
                    rendition.bytes().writeTo(stream);
                }
                Path theirs = out.get().resolve(name + ".vips.png");
                Vips.thumbnail(
                        corpus.locate(produced.file()), Profile.of(completed) == Profile.USED, SIDE, theirs);
                tiles.add(ours.toString());
                tiles.add(theirs.toString());
            }
        }
    }

    void finish() {
        if (out.isPresent() && !tiles.isEmpty()) {
            Path sheet = out.get().resolve("sheet.png");
            Vips.montage(tiles, sheet);
            System.out.println("CorpusTest: " + tiles.size() / 2 + " pictures on " + sheet);
        }
    }
}
