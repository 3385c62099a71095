package io.orderweave.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Says on every request who we are. */
final class UserAgentHeader implements Interceptor {

    private final String userAgent;

    UserAgentHeader(String userAgent) {
        this.userAgent = userAgent;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        return chain.proceed(
                chain.request().newBuilder().header("User-Agent", userAgent).build());
    }
}
