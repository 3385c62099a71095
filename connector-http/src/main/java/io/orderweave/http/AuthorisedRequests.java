package io.orderweave.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** Puts credentials onto requests; after a 401, which means not processed, once more with renewed ones. Also for writes. */
final class AuthorisedRequests implements Interceptor {

    private final Credentials credentials;

    AuthorisedRequests(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request authorised = credentials.authorise(chain.request());
        Response response = chain.proceed(authorised);
        if (response.code() != 401) {
            return response;
        }
        if (!renewed(authorised, response)) {
            return response;
        }
        response.close();
        return chain.proceed(credentials.authorise(chain.request()));
    }

    private boolean renewed(Request refused, Response response) {
        try {
            return credentials.renew(refused);
        } catch (RuntimeException e) {
            // Nobody will read the refusal any more; unread it would keep its connection.
            response.close();
            throw e;
        }
    }
}
