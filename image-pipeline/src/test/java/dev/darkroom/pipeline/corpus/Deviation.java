package dev.darkroom.pipeline.corpus;

/**
 * Something that is not as the manifest or another decoder says.
 *
 * @param check which comparison found it, one word
 * @param found what was found instead
 */
record Deviation(String path, String check, String found) {
    @Override
    public String toString() {
        return path + " [" + check + "] " + found;
    }
}
