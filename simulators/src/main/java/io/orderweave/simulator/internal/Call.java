package io.orderweave.simulator.internal;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as handlers see it; the body is read whole. Immutable as long as nobody changes the headers or bytes, which
 * nobody does.
 */
public final class Call {

    private final String method;
    private final String path;
    private final Optional<String> rawQuery;
    private final Query query;
    private final Headers headers;
    private final byte[] body;
    private final Map<String, String> variables;

    Call(
            String method,
            String path,
            Optional<String> rawQuery,
            Headers headers,
            byte[] body,
            Map<String, String> variables) {
        this.method = method;
        this.path = path;
        this.rawQuery = rawQuery;
        this.query = Query.parse(rawQuery.orElse(null));
        this.headers = headers;
        this.body = body;
        this.variables = variables;
    }

    Call with(Map<String, String> pathVariables) {
        return new Call(method, path, rawQuery, headers, body, pathVariables);
    }

    public String method() {
        return method;
    }

    /** The path without its query, not decoded. */
    public String path() {
        return path;
    }

    /** Path and query exactly as they came, for what signs them. */
    public String target() {
        return rawQuery.map(query -> path + "?" + query).orElse(path);
    }

    public Query query() {
        return query;
    }

    public byte[] body() {
        return body;
    }

    /** The body read as an HTML form. */
    public Query form() {
        return Query.parse(new String(body, StandardCharsets.UTF_8));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** Whether a media type is among those of this header, parameters such as charset left aside. */
    public boolean names(String header, String mediaType) {
        for (String value : headers.getOrDefault(header, List.of())) {
            for (String one : value.split(",", -1)) {
                int semicolon = one.indexOf(';');
                String bare = semicolon < 0 ? one : one.substring(0, semicolon);
                if (bare.strip().toLowerCase(Locale.ROOT).equals(mediaType)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The part of the path at {@code {name}} of the route. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no variable " + name);
        }
        return value;
    }
}
