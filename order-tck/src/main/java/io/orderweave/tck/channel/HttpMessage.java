package io.orderweave.tck.channel;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP/1.1 request or answer, its body whole and unchunked.
 *
 * @param start the first line
 * @param headers the header lines, but for those about the connection and the body's length
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed over, never compared
record HttpMessage(String start, List<String> headers, byte[] body) {

    /** They hold for one connection, or follow from the body. */
    private static final List<String> OF_THE_CONNECTION =
            List.of("connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "keep-alive");

    static HttpMessage answer(int status, List<String> headers, byte[] body) {
        return new HttpMessage("HTTP/1.1 " + status + " Scripted", List.copyOf(headers), body);
    }

    /**
     * Reads a message.
     *
     * @param isAnswer whether a body may also end with the connection
     */
    static HttpMessage read(InputStream in, boolean isAnswer) throws IOException {
        String start = line(in);
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        HttpMessage head = new HttpMessage(start, lines, new byte[0]);
        List<String> kept = lines.stream()
                .filter(line -> !OF_THE_CONNECTION.contains(name(line)))
                .toList();
        return new HttpMessage(start, kept, head.readBody(in, isAnswer));
    }

    private byte[] readBody(InputStream in, boolean isAnswer) throws IOException {
        if (header("transfer-encoding").isPresent()) {
            return unchunked(in);
        }
        Optional<String> length = header("content-length");
        if (length.isPresent()) {
            return in.readNBytes(Integer.parseInt(length.get()));
        }
        return isAnswer ? in.readAllBytes() : new byte[0];
    }

    private static byte[] unchunked(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
            body.write(in.readNBytes(size));
            line(in);
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the other side went away");
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static String name(String line) {
        return line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    /** The header's value, by its name in small letters. */
    Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> name(line).equals(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    HttpMessage withBody(byte[] other) {
        return new HttpMessage(start, headers, other);
    }

    HttpMessage withHeader(String line) {
        List<String> more = new ArrayList<>(headers);
        more.removeIf(other -> name(other).equals(name(line)));
        more.add(line);
        return new HttpMessage(start, more, body);
    }

    /** The first word of a request. */
    String method() {
        return start.split(" ", 3)[0];
    }

    /** Path and query of a request. */
    String target() {
        return start.split(" ", 3)[1];
    }

    /** The path of a request, without the query. */
    String path() {
        return target().split("\\?", 2)[0];
    }

    /** Whether the body says to be JSON. */
    boolean isJson() {
        return body.length > 0 && header("content-type").orElse("").contains("json");
    }

    /** Whether a request may change something. */
    boolean isWrite() {
        return !method().equals("GET") && !method().equals("HEAD");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    void writeTo(OutputStream out) throws IOException {
        writeHead(out, body.length);
        out.write(body);
        out.flush();
    }

    /** The head, with a length that the body need not have. */
    void writeHead(OutputStream out, long length) throws IOException {
        StringBuilder head = new StringBuilder(start).append("\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        boolean mayHaveBody = length > 0 || !start.startsWith("GET ");
        if (mayHaveBody && !start.startsWith("HTTP/1.1 204")) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
