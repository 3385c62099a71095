package io.orderweave.bankmail;

/**
 * A text of a mail, not yet decoded: HTML and charsets are looked into only once the mail is trusted.
 *
 * @param bytes without the transfer encoding; never changed
 * @param charset as declared, perhaps wrongly; empty when not declared
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record TextPart(byte[] bytes, String charset, boolean html) {

    String text() {
        String decoded = Charsets.decode(bytes, charset);
        return html ? HtmlText.of(decoded) : decoded;
    }
}
