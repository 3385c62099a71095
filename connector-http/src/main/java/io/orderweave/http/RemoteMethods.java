package io.orderweave.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Lets the methods of API interfaces return bodies or {@link Reply}s instead of calls. */
final class RemoteMethods extends CallAdapter.Factory {

    private final HttpProfile profile;

    RemoteMethods(HttpProfile profile) {
        this.profile = profile;
    }

    @Override
    public @Nullable CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
        boolean reply = getRawType(returnType) == Reply.class;
        Type body = reply ? getParameterUpperBound(0, (ParameterizedType) returnType) : returnType;
        Converter<ResponseBody, ?> converter = retrofit.responseBodyConverter(body, annotations);
        Exchanges exchanges = new Exchanges(profile, converter);
        return new CallAdapter<ResponseBody, Object>() {

            @Override
            public Type responseType() {
                return ResponseBody.class;
            }

            @Override
            public Object adapt(Call<ResponseBody> call) {
                return reply ? exchanges.reply(call) : exchanges.body(call);
            }
        };
    }
}
