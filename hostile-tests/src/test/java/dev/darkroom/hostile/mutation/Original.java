package dev.darkroom.hostile.mutation;

import dev.darkroom.core.Bytes;
import dev.darkroom.core.Format;
import dev.darkroom.core.signature.Signature;
import dev.darkroom.hostile.fuzz.SmallPictures;
import dev.darkroom.testkit.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A picture before it is damaged. Its file is read each time, because all pictures together are larger than the heap.
 *
 * @param format format by its signature; empty if the signature is unknown
 */
record Original(String path, Optional<Format> format, Supplier<byte[]> file) {
    /** The pictures of the corpus, or generated pictures if there is no corpus. */
    static List<Original> all() {
        List<Original> all = new ArrayList<>();
        Corpus.find()
                .ifPresent(corpus -> corpus.files().forEach(file -> all.add(of(file.path(), () -> corpus.read(file)))));
        if (all.isEmpty()) {
            SmallPictures.all().forEach((name, bytes) -> all.add(of(name, () -> bytes)));
        }
        return all;
    }

    private static Original of(String path, Supplier<byte[]> file) {
        return new Original(path, Signature.of(Bytes.wrap(file.get())), file);
    }
}
