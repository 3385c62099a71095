package io.orderweave.http;

import java.io.IOException;
import java.time.Clock;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Puts signatures onto requests. A network interceptor: what it sees is what is sent. */
final class SignedRequests implements Interceptor {

    private final RequestSigner signer;
    private final Clock clock;

    SignedRequests(RequestSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Request.Builder signed = request.newBuilder();
        signer.sign(request.method(), request.url().toString(), bytes(request.body()), clock.instant())
                .forEach(signed::header);
        return chain.proceed(signed.build());
    }

    private static byte[] bytes(@Nullable RequestBody body) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        Buffer buffer = new Buffer();
        body.writeTo(buffer);
        return buffer.readByteArray();
    }
}
