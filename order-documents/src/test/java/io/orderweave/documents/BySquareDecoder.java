package io.orderweave.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.tukaani.xz.LZMAInputStream;

/** Reads "by square" codes as a bank's app does, to check ours from the other side. */
final class BySquareDecoder {

    private static final byte LZMA_PROPERTIES = (2 * 5) * 9 + 3;
    private static final int DICTIONARY = 1 << 17;

    private BySquareDecoder() {}

    static List<String> fields(String code) {
        ByteBuffer bytes = ByteBuffer.wrap(base32(code)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getShort() != 0) {
            throw new IllegalArgumentException("not a payment of version 1.0");
        }
        int length = bytes.getShort();
        byte[] compressed = Arrays.copyOfRange(bytes.array(), bytes.position(), bytes.limit());
        try (LZMAInputStream lzma =
                new LZMAInputStream(new ByteArrayInputStream(compressed), length, LZMA_PROPERTIES, DICTIONARY)) {
            lzma.enableRelaxedEndCondition();
            ByteBuffer content = ByteBuffer.wrap(lzma.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            int checksum = content.getInt();
            byte[] data = Arrays.copyOfRange(content.array(), content.position(), content.limit());
            CRC32 crc = new CRC32();
            crc.update(data);
            if ((int) crc.getValue() != checksum) {
                throw new IllegalArgumentException("checksum differs");
            }
            return List.of(new String(data, StandardCharsets.UTF_8).split("\t", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] base32(String digits) {
        byte[] bytes = new byte[digits.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int digit = Character.digit(digits.charAt(bit / 5), 32);
            if ((digit >> (4 - bit % 5) & 1) == 1) {
                bytes[bit / 8] |= (byte) (1 << (7 - bit % 8));
            }
        }
        return bytes;
    }
}
