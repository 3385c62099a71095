package io.orderweave.bankmail;

/**
 * How much of a mail is looked at; a larger one is {@link UnreadableReason#TOO_LARGE unreadable}. A notice of a bank has a few
 * kilobytes.
 *
 * @param bytes of the raw mail, attachments included
 * @param parts of all multiparts together
 * @param depth of multiparts within multiparts
 * @param textBytes of one text, decoded
 */
public record MailLimits(int bytes, int parts, int depth, int textBytes) {

    /** 2 MiB, 64 parts, 8 levels, 512 KiB of text. */
    public static final MailLimits STANDARD = new MailLimits(2 * 1024 * 1024, 64, 8, 512 * 1024);

    public MailLimits {
        if (bytes < 1 || parts < 1 || depth < 1 || textBytes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
