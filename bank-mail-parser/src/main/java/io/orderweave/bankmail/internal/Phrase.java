package io.orderweave.bankmail.internal;

/**
 * Words of a bank, such as {@code Příjem na kontě}, found in a line whatever became of their diacritics on the way: kept,
 * decomposed, dropped, or replaced by U+FFFD or a question mark.
 */
final class Phrase {

    static final int NO_MATCH = -1;

    private static final char REPLACEMENT = '\uFFFD';

    private final String words;

    private Phrase(String words) {
        this.words = words;
    }

    /** The phrase as the bank writes it, with diacritics. */
    static Phrase of(String words) {
        return new Phrase(words);
    }

    /** Where the phrase ends when it stands at {@code from} in the line, or {@link #NO_MATCH}. */
    int endIn(String line, int from) {
        return match(0, line, from);
    }

    /** Branches only at a replaced letter, of which a phrase has a handful: the work is bounded by the phrase. */
    private int match(int wordsAt, String line, int lineAt) {
        int i = wordsAt;
        int j = lineAt;
        while (i < words.length()) {
            if (j >= line.length()) {
                return NO_MATCH;
            }
            char expected = words.charAt(i);
            char found = line.charAt(j);
            if (expected == ' ' && found == ' ') {
                while (j < line.length() && line.charAt(j) == ' ') {
                    j++;
                }
                i++;
            } else if (Letters.fold(expected) == Letters.fold(found)) {
                i++;
                j = afterMarks(line, j + 1);
            } else if (Letters.isAccented(expected) && isReplaced(found)) {
                // Both bytes of a UTF-8 letter may have been replaced one by one.
                boolean twice = j + 1 < line.length() && isReplaced(line.charAt(j + 1));
                int end = twice ? match(i + 1, line, j + 2) : NO_MATCH;
                return end == NO_MATCH ? match(i + 1, line, j + 1) : end;
            } else {
                return NO_MATCH;
            }
        }
        return j;
    }

    private static int afterMarks(String line, int from) {
        int at = from;
        while (at < line.length() && Letters.isMark(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isReplaced(char letter) {
        return letter == REPLACEMENT || letter == '?';
    }
}
