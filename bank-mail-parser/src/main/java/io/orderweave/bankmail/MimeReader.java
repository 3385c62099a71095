package io.orderweave.bankmail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes a raw mail apart within limits. Attachments are passed over, never decoded. */
final class MimeReader {

    private static final int LONGEST_HEADER = 16 * 1024;

    private final MailLimits limits;
    private final PartBudget budget;
    private final List<TextPart> texts = new ArrayList<>();

    private MimeReader(MailLimits limits) {
        this.limits = limits;
        this.budget = new PartBudget(limits.parts());
    }

    /**
     * @throws UnreadableMailException when the mail exceeds a limit or is not well-formed
     */
    static ReceivedMail read(byte[] raw, MailLimits limits) throws UnreadableMailException {
        if (raw.length > limits.bytes()) {
            throw new UnreadableMailException(UnreadableReason.TOO_LARGE, "the mail is larger than the limit");
        }
        requireCleanHeader(raw);
        MimeReader reader = new MimeReader(limits);
        try {
            // A mail is built like a part of one; this way no mail session is needed.
            MimeBodyPart mail = new MimeBodyPart(new SharedByteArrayInputStream(raw));
            reader.collect(mail, 0);
            return new ReceivedMail(headersOf(mail), reader.texts);
        } catch (UnreadableMailException e) {
            throw e;
        } catch (MessagingException | IOException | RuntimeException e) {
            // What the MIME library makes of garbage is its affair; the mail stays listed as unreadable.
            throw new UnreadableMailException(UnreadableReason.MALFORMED_MAIL, "the mail is not well-formed MIME");
        }
    }

    /**
     * A lone CR or a NUL is a line end to some programs and not to others: a header field hidden from the mail server that way
     * must not be seen here either.
     */
    private static void requireCleanHeader(byte[] raw) throws UnreadableMailException {
        for (int i = 0; i < raw.length; i++) {
            boolean loneReturn = raw[i] == '\r' && (i + 1 == raw.length || raw[i + 1] != '\n');
            if (loneReturn || raw[i] == 0) {
                throw new UnreadableMailException(
                        UnreadableReason.MALFORMED_MAIL, "the header holds a lone carriage return or a NUL");
            }
            boolean headerEnds = raw[i] == '\n' && isEmptyLine(raw, i + 1);
            if (headerEnds) {
                return;
            }
        }
    }

    private static boolean isEmptyLine(byte[] raw, int at) {
        return at < raw.length && (raw[at] == '\n' || (raw[at] == '\r' && at + 1 < raw.length && raw[at + 1] == '\n'));
    }

    private void collect(MimeBodyPart part, int depth) throws MessagingException, IOException {
        Optional<ContentType> type = typeOf(part);
        if (type.isEmpty()) {
            return;
        }
        if (type.get().match("multipart/*")) {
            if (depth == limits.depth()) {
                throw new UnreadableMailException(UnreadableReason.TOO_COMPLEX, "the mail is nested too deeply");
            }
            LimitedMultipart parts = new LimitedMultipart(new MimePartDataSource(part), budget);
            for (int i = 0; i < parts.getCount(); i++) {
                collect((MimeBodyPart) parts.getBodyPart(i), depth + 1);
            }
        } else if (isText(type.get()) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            String charset =
                    Optional.ofNullable(type.get().getParameter("charset")).orElse("");
            texts.add(new TextPart(decoded(part), charset, type.get().match("text/html")));
        }
    }

    /** Text without a type is plain (RFC 2045); a type that cannot be read is nothing for us. */
    private static Optional<ContentType> typeOf(MimeBodyPart part) throws MessagingException {
        String[] declared = part.getHeader("Content-Type");
        try {
            return Optional.of(new ContentType(declared == null ? "text/plain" : declared[0]));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isText(ContentType type) {
        return type.match("text/plain") || type.match("text/html");
    }

    private byte[] decoded(MimeBodyPart part) throws MessagingException, IOException {
        String encoding = Optional.ofNullable(part.getEncoding()).orElse("8bit");
        try (InputStream in = MimeUtility.decode(part.getRawInputStream(), encoding)) {
            byte[] bytes = in.readNBytes(limits.textBytes() + 1);
            if (bytes.length > limits.textBytes()) {
                throw new UnreadableMailException(
                        UnreadableReason.TOO_LARGE, "a text of the mail is larger than the limit");
            }
            return bytes;
        }
    }

    private static Map<String, List<String>> headersOf(MimeBodyPart mail) throws MessagingException {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            String value = header.getValue() == null ? "" : header.getValue();
            if (value.length() > LONGEST_HEADER) {
                throw new UnreadableMailException(UnreadableReason.MALFORMED_MAIL, "a header field is too long");
            }
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(MimeUtility.unfold(value).strip());
        }
        return headers;
    }
}
