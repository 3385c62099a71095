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
        boolean renewed = false;
        try {
            renewed = credentials.renew(authorised);
            if (!renewed) {
                return response;
            }
        } finally {
            if (renewed) {
                response.close();
            }
        }
        return chain.proceed(credentials.authorise(chain.request()));
    }
}
