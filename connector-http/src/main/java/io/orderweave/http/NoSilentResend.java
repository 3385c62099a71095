package io.orderweave.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from repeating a read at once when it is answered 503 with {@code Retry-After: 0}: that would pass by the rate
 * budget and our own bounded retries. A network interceptor, because OkHttp decides right above. Writes are kept by their
 * {@link OneShotWrites body}.
 */
final class NoSilentResend implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        boolean repeatable = chain.request().body() == null;
        if (repeatable && response.code() == 503 && "0".equals(response.header("Retry-After"))) {
            return response.newBuilder().removeHeader("Retry-After").build();
        }
        return response;
    }
}
