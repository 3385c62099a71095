package io.orderweave.http;

import java.time.Instant;
import java.util.Map;

/**
 * Signs requests to systems that want a signature over what is sent. Implemented by connectors; thread-safe, prints no secret.
 *
 * <p>Asked anew for every request on the wire, right before it is sent, so that neither a wait for the rate budget nor a repetition
 * makes its moment stale.
 */
@FunctionalInterface
public interface RequestSigner {

    /**
     * The headers that carry the signature.
     *
     * @param url with query, exactly as the request line and the host header say it
     * @param body exactly the bytes that are sent, none of a request without a body
     * @param now the moment of sending
     */
    Map<String, String> sign(String method, String url, byte[] body, Instant now);
}
