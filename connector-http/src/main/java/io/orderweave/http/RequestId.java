package io.orderweave.http;

import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Response;

/** Reads the other side's id of a request, if it looks like one. */
final class RequestId {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/+=-]{1,100}");

    private RequestId() {}

    static Optional<String> of(Response response, HttpProfile profile) {
        return profile.requestIdHeader()
                .flatMap(name -> Optional.ofNullable(response.header(name)))
                .filter(id -> ID.matcher(id).matches());
    }
}
