package io.orderweave.bankmail;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.InputStream;

/** A multipart that stops being parsed at the limit of parts: thousands of empty parts cost a few bytes each to write. */
final class LimitedMultipart extends MimeMultipart {

    private final PartBudget budget;

    LimitedMultipart(DataSource source, PartBudget budget) throws MessagingException {
        super(source);
        this.budget = budget;
    }

    @Override
    protected MimeBodyPart createMimeBodyPart(InternetHeaders headers, byte[] content) throws MessagingException {
        budget.spend();
        return super.createMimeBodyPart(headers, content);
    }

    @Override
    protected MimeBodyPart createMimeBodyPart(InputStream content) throws MessagingException {
        budget.spend();
        return super.createMimeBodyPart(content);
    }
}
