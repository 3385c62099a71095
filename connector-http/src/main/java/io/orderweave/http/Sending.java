package io.orderweave.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Whether anything of a request went out. Network interceptors run only once there is a connection, so a call that never comes
 * here certainly reached nobody.
 */
final class Sending {

    private volatile boolean begun;

    /** The mark of a request made by {@link HttpClients}. */
    static Sending of(Request request) {
        Sending mark = request.tag(Sending.class);
        if (mark == null) {
            throw new IllegalArgumentException("the request carries no mark");
        }
        return mark;
    }

    boolean begun() {
        return begun;
    }

    /** Sets the mark. */
    static final class Interception implements Interceptor {

        @Override
        public Response intercept(Chain chain) throws IOException {
            of(chain.request()).begun = true;
            return chain.proceed(chain.request());
        }
    }
}
