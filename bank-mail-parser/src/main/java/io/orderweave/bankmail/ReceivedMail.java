package io.orderweave.bankmail;

import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mail taken apart: its header fields as received and its texts, plain before HTML. Prints nothing of itself.
 */
final class ReceivedMail {

    private final Map<String, List<String>> headers;
    private final List<TextPart> texts;

    /** @param headers by name in lower case, values from the top, unfolded */
    ReceivedMail(Map<String, List<String>> headers, List<TextPart> texts) {
        this.headers = headers;
        this.texts = texts.stream().sorted(Comparator.comparing(TextPart::html)).toList();
    }

    /** The values of a field from the top of the header. */
    List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    List<TextPart> texts() {
        return texts;
    }

    /** Decoded; empty when there is none. */
    String subject() {
        String raw = header("Subject").stream().findFirst().orElse("");
        try {
            return MimeUtility.decodeText(raw);
        } catch (UnsupportedEncodingException e) {
            return raw;
        }
    }

    /** When the sender says that it was written. */
    Optional<Instant> date() {
        return header("Date").stream().findFirst().flatMap(ReceivedMail::instant);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(new MailDateFormat().parse(date).toInstant());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
