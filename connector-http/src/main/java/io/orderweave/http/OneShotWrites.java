package io.orderweave.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request but GET and HEAD a body that OkHttp may send only once. Otherwise OkHttp by itself sends a POST again when it
 * is answered 503 with {@code Retry-After: 0} or 408, and the other side may have stored the first.
 */
final class OneShotWrites implements Interceptor {

    private static final RequestBody EMPTY = RequestBody.create(new byte[0]);

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (request.method().equals("GET") || request.method().equals("HEAD")) {
            return chain.proceed(request);
        }
        RequestBody body = request.body() == null ? EMPTY : request.body();
        return chain.proceed(
                request.newBuilder().method(request.method(), new OneShot(body)).build());
    }

    /** A body that says it cannot be sent twice. */
    private static final class OneShot extends RequestBody {

        private final RequestBody body;

        OneShot(RequestBody body) {
            this.body = body;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }
    }
}
