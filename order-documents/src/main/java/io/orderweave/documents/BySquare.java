package io.orderweave.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/** The envelope of the Slovak Banking Association's "by square" codes, version 1.0: checksum, compression, base 32. */
final class BySquare {

    /** Type PAY, version 1.0, document type payment order: all zero. Version 1.2 would be 0x00_02. */
    private static final short PAYMENT_ORDER_1_0 = 0x00_00;

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
    private static final int BITS_PER_DIGIT = 5;
    private static final int DICTIONARY = 1 << 17;

    private BySquare() {}

    /** The code's content for the tab-separated fields of a payment. */
    static String encode(String fields) {
        byte[] data = fields.getBytes(StandardCharsets.UTF_8);
        CRC32 checksum = new CRC32();
        checksum.update(data);
        byte[] checked = ByteBuffer.allocate(4 + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) checksum.getValue())
                .put(data)
                .array();
        byte[] compressed = compress(checked);
        return base32(ByteBuffer.allocate(4 + compressed.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(PAYMENT_ORDER_1_0)
                .putShort((short) checked.length)
                .put(compressed)
                .array());
    }

    private static byte[] compress(byte[] checked) {
        try {
            LZMA2Options options = new LZMA2Options();
            options.setDictSize(DICTIONARY);
            options.setLcLp(3, 0);
            options.setPb(2);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            // Raw LZMA1 with an end marker: the decoder knows properties and length from the standard and the header.
            try (LZMAOutputStream lzma = new LZMAOutputStream(bytes, options, true)) {
                lzma.write(checked);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compress a payment code", e);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder digits = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            bits = (bits << 8) | (b & 0xff);
            held += 8;
            while (held >= BITS_PER_DIGIT) {
                held -= BITS_PER_DIGIT;
                digits.append(DIGITS.charAt((bits >> held) & 31));
            }
            bits &= (1 << held) - 1;
        }
        if (held > 0) {
            digits.append(DIGITS.charAt((bits << (BITS_PER_DIGIT - held)) & 31));
        }
        return digits.toString();
    }
}
