package io.orderweave.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Makes OkHttp clients that send a request once. OkHttp by itself sends again after a broken connection, a redirect, 503 with
 * {@code Retry-After: 0} and 408; here only {@link ReadRetries} does, and only reads.
 */
final class HttpClients {

    private HttpClients() {}

    static OkHttpClient client(HttpProfile profile) {
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .socketFactory(new InterruptibleSockets())
                .connectTimeout(profile.connectTimeout())
                .readTimeout(profile.readTimeout())
                .writeTimeout(profile.readTimeout())
                .callTimeout(profile.callDeadline())
                // Idle connections go by themselves, so that a connector needs no closing.
                .connectionPool(new ConnectionPool(4, Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS))
                .addInterceptor(new UserAgentHeader(profile.userAgent()))
                .addInterceptor(new AuthorisedRequests(profile.credentials()));
        profile.budget().ifPresent(budget -> client.addInterceptor(new RateGate(budget, profile)));
        client.addInterceptor(new TrafficLog(profile))
                .addInterceptor(new AnswerCap(profile.largestAnswer()))
                .addInterceptor(new OneShotWrites());
        profile.signer().ifPresent(signer -> client.addNetworkInterceptor(new SignedRequests(signer, profile.clock())));
        return client.addNetworkInterceptor(new Sending.Interception())
                .addNetworkInterceptor(new NoSilentResend())
                .build();
    }
}
