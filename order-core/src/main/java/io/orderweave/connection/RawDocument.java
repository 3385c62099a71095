package io.orderweave.connection;

/**
 * A document as the outside sent it, kept to be read again.
 *
 * @param mediaType for example {@code application/json}
 * @param content handed over and not changed afterwards; holds personal data and is not printed
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
public record RawDocument(String mediaType, byte[] content) {

    @Override
    public String toString() {
        return "RawDocument[" + mediaType + ", " + content.length + " bytes]";
    }
}
