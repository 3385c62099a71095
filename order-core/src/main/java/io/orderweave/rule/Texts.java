package io.orderweave.rule;

import java.text.Normalizer;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What the texts of comparisons share. */
final class Texts {

    private static final int MOST = 20_000;
    private static final int LONGEST = 1_000;

    private Texts() {}

    /** The wanted texts of a comparison, sorted. */
    static Set<String> checked(Set<String> values) {
        if (values.isEmpty() || values.size() > MOST) {
            throw new IllegalArgumentException("a comparison wants 1 to " + MOST + " texts, not " + values.size());
        }
        for (String value : values) {
            if (value.isEmpty() || value.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "a wanted text has 1 to " + LONGEST + " characters, not " + value.length());
            }
        }
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    /**
     * The text without what sets upper and lower case apart: two texts that differ in that alone fold to the same. The sharp s is two s,
     * the final sigma any sigma; composed and decomposed letters are one. The place within the text plays no part, so that the beginning
     * of a text folds to the beginning of its folding.
     */
    static String folded(String text) {
        String upper = Normalizer.normalize(text, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(upper.length());
        // Letter by letter: of a whole word, Java would lower a sigma by its place.
        upper.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
