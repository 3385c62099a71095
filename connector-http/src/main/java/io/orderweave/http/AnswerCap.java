package io.orderweave.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Stops reading an answer that is too long. Sees bodies unpacked, so that a small packed one cannot grow without end. */
final class AnswerCap implements Interceptor {

    private final long most;

    AnswerCap(long most) {
        this.most = most;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.newBuilder().body(new CappedBody(response.body(), most)).build();
    }

    /** The answer is longer than allowed. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(long most) {
            super("the answer has more than " + most + " bytes");
        }
    }

    private static final class CappedBody extends ResponseBody {

        private final ResponseBody body;
        private final BufferedSource source;

        CappedBody(ResponseBody body, long most) {
            this.body = body;
            this.source = Okio.buffer(new CappedSource(body.source(), most));
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public BufferedSource source() {
            return source;
        }
    }

    private static final class CappedSource extends ForwardingSource {

        private final long most;
        private long read;

        CappedSource(Source source, long most) {
            super(source);
            this.most = most;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long count = super.read(sink, byteCount);
            if (count > 0) {
                read += count;
                if (read > most) {
                    throw new TooLong(most);
                }
            }
            return count;
        }
    }
}
