package io.orderweave.connector;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;

/** Gives the channel the documents that the buyer shall see there. */
public interface DocumentUploads {

    /**
     * Begins the upload. A channel that wants several calls answers {@link WriteAnswer.Accepted} after the first; its handle is
     * stored before {@link #resume} makes the next.
     */
    WriteAnswer begin(DocumentUpload upload);

    /** Makes the next step of an upload that has begun, or asks how far it is. */
    WriteAnswer resume(String handle, DocumentUpload upload);

    /** Whether the channel has a document of that number on the order, or a begun one. */
    Lookup find(DocumentUpload upload);

    /**
     * A document to upload.
     *
     * @param number the document's number
     * @param pdf its bytes; handed over and not changed
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
    record DocumentUpload(String externalId, String number, byte[] pdf) {

        @Override
        public String toString() {
            return "DocumentUpload[" + externalId + ", " + number + "]";
        }
    }
}
