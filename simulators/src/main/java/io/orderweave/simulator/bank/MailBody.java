package io.orderweave.simulator.bank;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The content of a mail as it travels: charset, transfer encoding, and the lines in them. ASCII only. */
record MailBody(String contentType, String transferEncoding, String lines) {

    private static final Charset LATIN2 = Charset.forName("ISO-8859-2");
    private static final int LONGEST_LINE = 75;

    /** Encodes the text as the bank of this layout does; the charset of Fio's older mails is UNCONFIRMED. */
    static MailBody of(BankMailLayout layout, String text) {
        return switch (layout) {
            case FIO_LABELS -> quotedPrintable(text, LATIN2);
            case FIO_PROSE -> quotedPrintable(text, StandardCharsets.UTF_8);
            case TATRA_BMAIL ->
                new MailBody(
                        type(LATIN2),
                        "7bit",
                        new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
        };
    }

    private static MailBody quotedPrintable(String text, Charset charset) {
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            append(lines, line.getBytes(charset));
            lines.append('\n');
        }
        lines.setLength(lines.length() - 1);
        return new MailBody(type(charset), "quoted-printable", lines.toString());
    }

    private static void append(StringBuilder lines, byte[] line) {
        int written = 0;
        for (int i = 0; i < line.length; i++) {
            int octet = line[i] & 0xFF;
            boolean lastBlank = octet == ' ' && i == line.length - 1;
            boolean plain = octet >= ' ' && octet <= '~' && octet != '=' && !lastBlank;
            String encoded = plain ? String.valueOf((char) octet) : String.format(Locale.ROOT, "=%02X", octet);
            if (written + encoded.length() > LONGEST_LINE) {
                lines.append("=\n");
                written = 0;
            }
            lines.append(encoded);
            written += encoded.length();
        }
    }

    private static String type(Charset charset) {
        return "text/plain; charset=" + charset.name();
    }
}
