package io.orderweave.http;

import java.nio.charset.StandardCharsets;
import okhttp3.Request;

/** Puts an account's credentials onto requests. Implementations are thread-safe and print no secret. */
public interface Credentials {

    /** The request with credentials on it. */
    Request authorise(Request request);

    /**
     * Called after status 401.
     *
     * @param refused the request as it was sent
     * @return whether there are other credentials now, so that the request, which was not processed, is worth sending once more
     */
    default boolean renew(Request refused) {
        return false;
    }

    static Credentials none() {
        return request -> request;
    }

    /** A token that does not change. */
    static Credentials bearer(String token) {
        return header("Bearer " + token);
    }

    static Credentials basic(String user, String password) {
        return header(okhttp3.Credentials.basic(user, password, StandardCharsets.UTF_8));
    }

    private static Credentials header(String value) {
        return request -> request.newBuilder().header("Authorization", value).build();
    }
}
