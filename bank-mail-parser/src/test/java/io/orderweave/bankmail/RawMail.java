package io.orderweave.bankmail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A raw mail of a test, byte for byte: one character per byte. */
record RawMail(String latin1) {

    private static final String LINE_END = "\r\n";
    private static final String HEADER_END = LINE_END + LINE_END;

    static RawMail fixture(String name) {
        try (InputStream in = RawMail.class.getResourceAsStream("/mails/" + name + ".eml")) {
            if (in == null) {
                throw new IllegalArgumentException("no such mail: " + name);
            }
            return new RawMail(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The header of this mail with another body, in UTF-8. */
    RawMail withBody(String body) {
        return new RawMail(header() + HEADER_END + utf8(body));
    }

    RawMail withoutField(String name) {
        // A field ends where a line begins that does not continue it.
        String kept = Arrays.stream(header().split("\r\n(?![ \t])", -1))
                .filter(field -> !field.startsWith(name + ":"))
                .collect(Collectors.joining(LINE_END));
        return new RawMail(kept + latin1.substring(latin1.indexOf(HEADER_END)));
    }

    RawMail withFieldOnTop(String name, String body) {
        return new RawMail(name + ": " + utf8(body) + LINE_END + latin1);
    }

    RawMail withFieldBelow(String name, String body) {
        return new RawMail(header() + LINE_END + name + ": " + utf8(body) + latin1.substring(header().length()));
    }

    RawMail withField(String name, String body) {
        return withoutField(name).withFieldOnTop(name, body);
    }

    /** Every occurrence of ASCII text replaced. */
    RawMail replacing(String old, String replacement) {
        if (!latin1.contains(old)) {
            throw new IllegalArgumentException("nothing to replace: " + old);
        }
        return new RawMail(latin1.replace(old, utf8(replacement)));
    }

    byte[] bytes() {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    String body() {
        return latin1.substring(latin1.indexOf(HEADER_END) + HEADER_END.length());
    }

    private String header() {
        return latin1.substring(0, latin1.indexOf(HEADER_END));
    }

    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
