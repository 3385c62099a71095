package io.orderweave.bankmail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A field {@code Authentication-Results} by the grammar of RFC 8601 section 2.2. Whatever does not fit the grammar is refused
 * as a whole: half a verdict is none.
 *
 * @param authservId the server that speaks, comments and quotes removed
 */
record AuthenticationResults(String authservId, List<MethodResult> results) {

    /**
     * The result of one method.
     *
     * @param method in lower case, for example {@code dkim}
     * @param result in lower case, for example {@code pass}
     * @param properties by type and name in lower case, for example {@code header.d}
     */
    record MethodResult(String method, String result, Map<String, String> properties) {

        boolean passes(String name) {
            return method.equals(name) && result.equals("pass");
        }

        Optional<String> property(String name) {
            return Optional.ofNullable(properties.get(name));
        }
    }

    AuthenticationResults {
        results = List.copyOf(results);
    }

    /** Reads an unfolded field body; empty when it does not fit the grammar. */
    static Optional<AuthenticationResults> parse(String body) {
        try {
            return Optional.of(new Parser(new FieldScanner(body)).parse());
        } catch (FieldSyntaxException e) {
            return Optional.empty();
        }
    }

    private static final class Parser {

        private final FieldScanner in;

        private Parser(FieldScanner in) {
            this.in = in;
        }

        private AuthenticationResults parse() throws FieldSyntaxException {
            in.skipComments();
            String authservId = in.value();
            in.skipComments();
            if (in.take('1')) {
                // The version of the grammar; there is only this one.
                in.skipComments();
            }
            List<MethodResult> results = new ArrayList<>();
            in.require(';');
            in.skipComments();
            String first = in.keyword();
            in.skipComments();
            if (first.equals("none") && in.atEnd()) {
                return new AuthenticationResults(authservId, results);
            }
            results.add(result(first));
            while (!in.atEnd()) {
                in.require(';');
                in.skipComments();
                String method = in.keyword();
                in.skipComments();
                results.add(result(method));
            }
            return new AuthenticationResults(authservId, results);
        }

        /** What follows the name of a method, up to the next semicolon. */
        private MethodResult result(String method) throws FieldSyntaxException {
            if (in.take('/')) {
                in.skipComments();
                in.token();
                in.skipComments();
            }
            in.require('=');
            in.skipComments();
            String result = in.keyword();
            in.skipComments();
            Map<String, String> properties = new LinkedHashMap<>();
            boolean first = true;
            while (!in.atEnd() && !in.next(';')) {
                property(first, properties);
                first = false;
            }
            return new MethodResult(method, result, properties);
        }

        private void property(boolean reasonAllowed, Map<String, String> properties) throws FieldSyntaxException {
            String name = in.keyword();
            in.skipComments();
            if (name.equals("reason") && in.next('=')) {
                if (!reasonAllowed) {
                    throw new FieldSyntaxException();
                }
                in.require('=');
                in.skipComments();
                in.value();
                in.skipComments();
                return;
            }
            in.require('.');
            in.skipComments();
            String property = in.keyword();
            in.skipComments();
            in.require('=');
            in.skipComments();
            String before =
                    properties.put(name + '.' + property, in.propertyValue().toLowerCase(Locale.ROOT));
            if (before != null) {
                // Which of the two would be believed?
                throw new FieldSyntaxException();
            }
            in.skipComments();
        }
    }
}
