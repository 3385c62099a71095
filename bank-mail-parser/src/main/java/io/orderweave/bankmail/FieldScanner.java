package io.orderweave.bankmail;

import java.util.Locale;

/** Reads the words, quoted strings and comments (RFC 5322, RFC 2045) of a header field from left to right, each character once. */
final class FieldScanner {

    private static final String SPECIALS = "()<>@,;:\\\"/[]?=";

    private final String text;
    private int at;

    FieldScanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean next(char c) {
        return !atEnd() && text.charAt(at) == c;
    }

    boolean take(char c) {
        boolean taken = next(c);
        if (taken) {
            at++;
        }
        return taken;
    }

    void require(char c) throws FieldSyntaxException {
        if (!take(c)) {
            throw new FieldSyntaxException();
        }
    }

    /** Steps over white space and comments, which may lie within each other. */
    void skipComments() throws FieldSyntaxException {
        int open = 0;
        while (!atEnd()) {
            char c = text.charAt(at);
            if (c == '(') {
                open++;
            } else if (open > 0 && c == ')') {
                open--;
            } else if (open > 0 && c == '\\') {
                at++;
            } else if (open == 0 && !isBlank(c)) {
                return;
            }
            at++;
        }
        if (open > 0) {
            throw new FieldSyntaxException();
        }
    }

    /** A token or a quoted string. */
    String value() throws FieldSyntaxException {
        return next('"') ? quoted() : token();
    }

    /** A token (RFC 2045). */
    String token() throws FieldSyntaxException {
        int start = at;
        while (!atEnd() && isTokenCharacter(text.charAt(at))) {
            at++;
        }
        return nonEmpty(start);
    }

    /** Letters, digits and hyphens, given in lower case. */
    String keyword() throws FieldSyntaxException {
        int start = at;
        while (!atEnd() && isKeywordCharacter(text.charAt(at))) {
            at++;
        }
        return nonEmpty(start).toLowerCase(Locale.ROOT);
    }

    /** A quoted string, or a word in which an address may stand unquoted. */
    String propertyValue() throws FieldSyntaxException {
        if (next('"')) {
            String local = quoted();
            return next('@') ? local + unquotedValue() : local;
        }
        return unquotedValue();
    }

    private String unquotedValue() throws FieldSyntaxException {
        int start = at;
        while (!atEnd() && isValueCharacter(text.charAt(at))) {
            at++;
        }
        return nonEmpty(start);
    }

    private String quoted() throws FieldSyntaxException {
        require('"');
        StringBuilder content = new StringBuilder();
        while (!next('"')) {
            if (next('\\')) {
                at++;
            }
            if (atEnd()) {
                throw new FieldSyntaxException();
            }
            content.append(text.charAt(at));
            at++;
        }
        at++;
        return content.toString();
    }

    private String nonEmpty(int start) throws FieldSyntaxException {
        if (start == at) {
            throw new FieldSyntaxException();
        }
        return text.substring(start, at);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static boolean isVisible(char c) {
        return c > ' ' && c < 0x7F;
    }

    private static boolean isTokenCharacter(char c) {
        return isVisible(c) && SPECIALS.indexOf(c) < 0;
    }

    private static boolean isKeywordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    /** Wider than the grammar, as servers write base 64 and addresses unquoted; never what ends a value. */
    private static boolean isValueCharacter(char c) {
        return isVisible(c) && c != ';' && c != '(' && c != ')' && c != '"' && c != '\\';
    }
}
