package io.orderweave.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
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
            return Arrays.stream(annotations)
                    .filter(ReadAs.class::isInstance)
                    .<Converter<ResponseBody, ?>>map(readAs -> read(((ReadAs) readAs).value()))
                    .findFirst()
                    .orElse(body -> RawJson.parse(body.bytes()));
        }
        if (type == byte[].class) {
            return ResponseBody::bytes;
        }
        return type == NoBody.class ? body -> NoBody.NONE : null;
    }

    private static Converter<ResponseBody, RawJson> read(Class<?> type) {
        return body -> RawJson.parse(body.bytes(), type);
    }
}
