package io.orderweave.id;

/** What every identity must satisfy: it is a key in stores, a part of effect keys and of log lines. */
public final class Identity {

    private static final int LONGEST = 100;

    private Identity() {}

    /**
     * Refuses an id that is blank, longer than 100 characters, or holds white space, control characters or a slash.
     *
     * @param what the name used in the message, for example {@code order id}
     */
    public static void check(String what, String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    what + " must be 1 to " + LONGEST + " characters, not " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            // None of them lies beyond the basic plane.
            char c = value.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || c == '/') {
                throw new IllegalArgumentException(
                        what + " must not contain white space, control characters or a slash");
            }
        }
    }
}
