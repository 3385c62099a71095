package io.orderweave.bankmail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decodes text whose declared charset is missing or wrong, as it often is after a forward: what is valid UTF-8 is UTF-8; else
 * the declared charset where it can hold Czech and Slovak; else the more likely of windows-1250 and ISO-8859-2.
 */
final class Charsets {

    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");
    private static final Charset ISO_8859_2 = Charset.forName("ISO-8859-2");

    /** What mail programs declare when they do not know; none of them holds Czech or Slovak. */
    private static final Set<String> UNINFORMED = Set.of("us-ascii", "iso-8859-1", "windows-1252", "utf-8");

    private Charsets() {}

    static String decode(byte[] bytes, String declared) {
        Optional<Charset> charset = named(declared);
        if (charset.filter(Charsets::isWide).isPresent()) {
            return new String(bytes, charset.get());
        }
        Optional<String> utf8 = strictUtf8(bytes);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        if (charset.filter(StandardCharsets.UTF_8::equals).isPresent() && isMostlyUtf8(bytes)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return new String(
                bytes,
                charset.filter(known -> !UNINFORMED.contains(known.name().toLowerCase(Locale.ROOT)))
                        .orElseGet(() -> likelyCentralEuropean(bytes)));
    }

    private static Optional<Charset> named(String declared) {
        try {
            return declared.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(declared));
        } catch (IllegalArgumentException e) {
            // An unknown name is as good as none.
            return Optional.empty();
        }
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static Optional<String> strictUtf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A few damaged letters do not make UTF-8 another charset: valid sequences outnumber the damaged ones. */
    private static boolean isMostlyUtf8(byte[] bytes) {
        int whole = 0;
        int damaged = 0;
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\uFFFD') {
                damaged++;
            } else if (text.charAt(i) > 0x7F) {
                whole++;
            }
        }
        return whole > damaged;
    }

    /** The two differ in š, ť, ž: windows-1250 has them where ISO-8859-2 has control characters. */
    private static Charset likelyCentralEuropean(byte[] bytes) {
        for (byte b : bytes) {
            int value = b & 0xFF;
            if (value >= 0x80 && value < 0xA0) {
                return WINDOWS_1250;
            }
        }
        for (byte b : bytes) {
            // Š Ť Ž š ť ž of ISO-8859-2; in windows-1250 they would be © « ® ą » ľ.
            switch (b & 0xFF) {
                case 0xA9, 0xAB, 0xAE, 0xB9, 0xBB -> {
                    return ISO_8859_2;
                }
                default -> {}
            }
        }
        return WINDOWS_1250;
    }
}
