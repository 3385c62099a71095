package io.orderweave.rule;

/**
 * A pattern in which {@code *} stands for any text and {@code ?} for one character. Immutable. Its time is bounded by the length of the
 * text times that of the pattern, which is short: there is no backtracking over more than the last {@code *}.
 */
final class Glob {

    private static final int LONGEST = 100;

    private final int[] pattern;

    Glob(String pattern) {
        check(pattern);
        this.pattern = pattern.codePoints().toArray();
    }

    /** Refuses a pattern that is too long. */
    static void check(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new IllegalArgumentException("a pattern has at most " + LONGEST + " characters");
        }
    }

    /** Whether the whole text fits. */
    boolean matches(String text) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (in < pattern.length && pattern[in] == '*') {
                star = in++;
                resume = at;
            } else if (in < pattern.length && (pattern[in] == '?' || pattern[in] == character)) {
                in++;
                at += Character.charCount(character);
            } else if (star >= 0) {
                // The last star takes one character more; what an earlier one took can stay.
                in = star + 1;
                resume += Character.charCount(text.codePointAt(resume));
                at = resume;
            } else {
                return false;
            }
        }
        while (in < pattern.length && pattern[in] == '*') {
            in++;
        }
        return in == pattern.length;
    }
}
