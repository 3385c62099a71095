package io.orderweave.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Reads the bodies that are not plain DTOs: {@link RawJson}, {@code byte[]} and {@link NoBody}. */
final class BodyConverters extends Converter.Factory {

    @Override
    public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
            Type type, Annotation[] annotations, Retrofit retrofit) {
        if (type == RawJson.class) {
            return body -> RawJson.parse(body.bytes());
        }
        if (type == byte[].class) {
            return ResponseBody::bytes;
        }
        return type == NoBody.class ? body -> NoBody.NONE : null;
    }
}
