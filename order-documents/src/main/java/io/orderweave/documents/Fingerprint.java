package io.orderweave.documents;

import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfObject;
import io.orderweave.document.Document;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Replaces what OpenPDF takes from chance and the clock, so that the same document gives the same bytes: the file's id and the
 * letters before a subset font's name.
 */
final class Fingerprint {

    private static final int ID_LENGTH = 16;

    private final byte[] digest;

    private Fingerprint(byte[] digest) {
        this.digest = digest;
    }

    static Fingerprint of(Document document) {
        String identity = document.id() + "\n" + document.number() + "\n" + document.issuedAt();
        try {
            return new Fingerprint(
                    MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Both halves equal: the file was never changed since it was made. */
    PdfObject fileId() {
        byte[] id = Arrays.copyOf(digest, ID_LENGTH);
        return PdfEncryption.createInfoId(id, id);
    }

    SecureRandom letters() {
        return new Letters(digest);
    }

    /** OpenPDF asks a random source for the letters of a subset's name; a name is no secret. */
    private static final class Letters extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] digest;
        private int next;

        Letters(byte[] digest) {
            this.digest = digest;
        }

        @Override
        public double nextDouble() {
            int value = digest[ID_LENGTH + next % (digest.length - ID_LENGTH)] & 0xff;
            next++;
            return value / 256.0;
        }
    }
}
