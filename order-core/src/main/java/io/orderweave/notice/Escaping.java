package io.orderweave.notice;

/** How a value is made harmless for the place it is put in. */
enum Escaping {
    /** One line of plain text, as a mail's subject: nothing can begin a second header. */
    LINE {
        @Override
        void append(StringBuilder text, int letter) {
            if (Character.isISOControl(letter) || letter == '\u2028' || letter == '\u2029') {
                text.append(' ');
            } else {
                text.appendCodePoint(letter);
            }
        }
    },
    /** Plain text. */
    TEXT {
        @Override
        void append(StringBuilder text, int letter) {
            if (!Character.isISOControl(letter) || letter == '\n' || letter == '\t') {
                text.appendCodePoint(letter);
            }
        }
    },
    /** HTML, between tags and in quoted attributes. */
    HTML {
        @Override
        void append(StringBuilder text, int letter) {
            switch (letter) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> TEXT.append(text, letter);
            }
        }
    };

    abstract void append(StringBuilder text, int letter);
}
