package dev.darkroom.pipeline.corpus;

/**
 * A deviation from the manifest or from another decoder.
 *
 * @param path file in the corpus
 * @param check name of the comparison that found it, one word
 * @param found the value that was found
 */
record Deviation(String path, String check, String found) {
    @Override
    public String toString() {
        return path + " [" + check + "] " + found;
    }
}
