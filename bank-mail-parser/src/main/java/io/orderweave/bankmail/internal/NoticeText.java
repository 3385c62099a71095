package io.orderweave.bankmail.internal;

import java.util.ArrayList;
import java.util.List;

/** The text of a notice in lines: blanks of every kind are plain blanks, invisible characters are gone, ends are trimmed. */
final class NoticeText {

    private final List<String> lines;

    private NoticeText(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Only LF ends a line: a separator of another kind inside a payer's message must not begin a line of its own. */
    static NoticeText of(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lines.add(line.toString().strip());
                line.setLength(0);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                // No-break and narrow blanks separate the thousands of an amount.
                line.append(' ');
            } else if (Character.getType(c) != Character.FORMAT && !Character.isISOControl(c)) {
                line.append(c);
            }
        }
        lines.add(line.toString().strip());
        return new NoticeText(lines);
    }

    List<String> lines() {
        return lines;
    }

    /** The same text without the quotation marks of a forwarding mail program at the start of its lines. */
    NoticeText unquoted() {
        return new NoticeText(lines.stream().map(NoticeText::unquote).toList());
    }

    private static String unquote(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == '>' || line.charAt(at) == ' ')) {
            at++;
        }
        return line.substring(at);
    }
}
