package io.orderweave.examples.marketplace;

import io.orderweave.connector.Tokens;
import io.orderweave.examples.marketplace.WrongConnector.Parts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** A request past everything that connector-http takes care of: the JDK's client follows redirects and knows no limits. */
final class Bypass {

    private static final int BUFFER = 1 << 16;

    private Bypass() {}

    /** Reads the list of orders, and the whole of it. */
    static void readOrders(Parts parts) {
        try (InputStream body = open(parts)) {
            // Each part in memory of its own, as whoever collects them has it.
            byte[] part = body.readNBytes(BUFFER);
            while (part.length == BUFFER) {
                part = body.readNBytes(BUFFER);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of what is answered; empty when it breaks off. */
    static String text(Parts parts) {
        try (InputStream body = open(parts)) {
            return new String(body.readNBytes(BUFFER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static InputStream open(Parts parts) throws IOException {
        HttpURLConnection request = (HttpURLConnection)
                URI.create(parts.settings().get("url") + "/orders").toURL().openConnection();
        request.setRequestProperty(
                "Authorization",
                "Bearer "
                        + parts.context()
                                .tokens()
                                .current()
                                .map(Tokens::accessToken)
                                .orElse(""));
        boolean refused = request.getResponseCode() >= 400;
        InputStream body = refused ? request.getErrorStream() : request.getInputStream();
        if (body == null) {
            return InputStream.nullInputStream();
        }
        return "gzip".equals(request.getContentEncoding()) ? new GZIPInputStream(body) : body;
    }
}
