package io.orderweave.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each request at DEBUG: method, path template, status, duration, the other side's request id. Never a header, a body, or a
 * value in path or query: these hold secrets and personal data.
 */
final class TrafficLog implements Interceptor {

    private static final Logger LOG = LoggerFactory.getLogger(TrafficLog.class);

    private final HttpProfile profile;

    TrafficLog(HttpProfile profile) {
        this.profile = profile;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        RemoteCall call = RemoteCall.of(request);
        long begun = profile.clock().millis();
        try {
            Response response = chain.proceed(request);
            LOG.debug(
                    "{} {} {} answered {} in {} ms, remote request {}",
                    profile.system(),
                    request.method(),
                    call.path(),
                    response.code(),
                    profile.clock().millis() - begun,
                    RequestId.of(response, profile).orElse("unknown"));
            return response;
        } catch (IOException e) {
            LOG.debug(
                    "{} {} {} failed with {} after {} ms",
                    profile.system(),
                    request.method(),
                    call.path(),
                    e.getClass().getSimpleName(),
                    profile.clock().millis() - begun);
            throw e;
        }
    }
}
