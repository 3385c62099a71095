package io.orderweave.bankmail.internal;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Optional;

/** Undoes the reading of windows-1250 bytes as Latin-1 by a mail program on the way: {@code úètu} was {@code účtu}. */
final class Mojibake {

    private static final Charset CENTRAL_EUROPEAN = Charset.forName("windows-1250");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final char REPLACEMENT = '\uFFFD';

    private Mojibake() {}

    /** The text as it was meant; empty when it cannot have come about so. */
    static Optional<String> repair(String text) {
        // Programs read the bytes 80 to 9F as windows-1252 or as control characters: those are their own bytes.
        CharsetEncoder western = WESTERN.newEncoder();
        byte[] bytes = new byte[text.length()];
        boolean accented = false;
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            accented |= c > 0x7F;
            if (c <= 0xFF) {
                bytes[i] = (byte) c;
            } else if (c == REPLACEMENT) {
                // A byte that windows-1252 does not have, such as that of ť: lost, but labels are known without it.
                bytes[i] = '?';
            } else if (western.canEncode(c)) {
                bytes[i] = byteOf(c, western);
            } else {
                return Optional.empty();
            }
        }
        return accented ? Optional.of(new String(bytes, CENTRAL_EUROPEAN)) : Optional.empty();
    }

    private static byte byteOf(char c, CharsetEncoder encoder) {
        try {
            return encoder.encode(CharBuffer.wrap(new char[] {c})).get();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("an encodable character was not encoded", e);
        }
    }
}
