package io.orderweave.http;

import okhttp3.OkHttpClient;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;

/**
 * Makes clients from Retrofit interfaces. Their methods are called synchronously and return the body (a DTO, {@link RawJson},
 * {@code byte[]}, {@link NoBody}), where a refusal is a fault, or a {@link Reply} of it, where it is an answer.
 *
 * <p>They throw only {@link io.orderweave.connection.OutsideFault}s and what {@link Credentials} throw. A write is sent at most
 * once, but for a 401, after which it is sent once more with renewed credentials. A read ({@code GET}, {@link ReadsOnly}) is
 * repeated a few times when it fails for a passing reason. The clients are thread-safe and need no closing.
 */
public final class RemoteApis {

    private RemoteApis() {}

    /**
     * A client.
     *
     * @param api an interface whose paths are relative, without a slash before
     */
    public static <T> T create(Class<T> api, HttpProfile profile) {
        OkHttpClient client = HttpClients.client(profile);
        String base = profile.baseUrl().toString();
        return new Retrofit.Builder()
                .baseUrl(base.endsWith("/") ? base : base + "/")
                .callFactory(request -> client.newCall(
                        request.newBuilder().tag(Sending.class, new Sending()).build()))
                .addCallAdapterFactory(new RemoteMethods(profile))
                .addConverterFactory(new BodyConverters())
                .addConverterFactory(JacksonConverterFactory.create(LenientJson.mapper()))
                .validateEagerly(true)
                .build()
                .create(api);
    }
}
