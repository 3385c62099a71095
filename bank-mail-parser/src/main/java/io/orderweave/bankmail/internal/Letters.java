package io.orderweave.bankmail.internal;

import java.text.Normalizer;
import java.util.Locale;

/** Letters without diacritics and in lower case: what banks' texts are compared by, never what is kept. */
final class Letters {

    /** End of Latin Extended-B: all letters of the languages of our banks. */
    private static final char[] FOLDED = new char[0x250];

    static {
        for (char letter = 0; letter < FOLDED.length; letter++) {
            FOLDED[letter] = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                    .toLowerCase(Locale.ROOT)
                    .charAt(0);
        }
        FOLDED['ł'] = 'l';
        FOLDED['Ł'] = 'l';
        FOLDED['đ'] = 'd';
        FOLDED['Đ'] = 'd';
    }

    private Letters() {}

    static char fold(char letter) {
        return letter < FOLDED.length ? FOLDED[letter] : Character.toLowerCase(letter);
    }

    /** The text folded letter by letter; combining marks are left out. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!isMark(letter)) {
                folded.append(fold(letter));
            }
        }
        return folded.toString();
    }

    static boolean isAccented(char letter) {
        return letter > 0x7F && Character.isLetter(letter);
    }

    /** A combining accent that follows its letter in decomposed text. */
    static boolean isMark(char letter) {
        return letter >= 0x300 && letter <= 0x36F;
    }

    static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
