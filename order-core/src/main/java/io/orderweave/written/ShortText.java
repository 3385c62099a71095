package io.orderweave.written;

/** Texts as findings and messages show them: never longer than a person reads, whatever a channel or a file wrote. Stateless. */
public final class ShortText {

    /** Characters that are shown. */
    public static final int LONGEST = 200;

    /** Stands for what is not shown. */
    public static final String MORE = "...";

    private ShortText() {}

    public static String of(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        // Not through the middle of a character that takes two.
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + MORE;
    }
}
