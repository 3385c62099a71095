package io.orderweave.http;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.Request;
import retrofit2.Invocation;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/**
 * What an API method is, apart from its arguments: safe to be named in faults and logs.
 *
 * @param name the method's name
 * @param path the path with its placeholders, not their values, which may be personal or secret
 * @param writes whether sending it twice could do something twice
 * @param refusals statuses that are an outcome of this call although they usually are a fault
 * @param permission what the account must let us do, where it may be used without
 */
record RemoteCall(String name, String path, boolean writes, Set<Integer> refusals, Optional<String> permission) {

    private static final int FORBIDDEN = 403;

    static RemoteCall of(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        if (invocation == null) {
            throw new IllegalArgumentException("requests are made by methods of an API interface");
        }
        Method method = invocation.method();
        boolean reads = request.method().equals("GET")
                || request.method().equals("HEAD")
                || method.isAnnotationPresent(ReadsOnly.class);
        Optional<String> permission =
                Optional.ofNullable(method.getAnnotation(NeedsPermission.class)).map(NeedsPermission::value);
        return new RemoteCall(
                method.getName(), path(method), !reads, refusals(method, permission.isPresent()), permission);
    }

    /** The permission that an answer of that status says is missing. */
    Optional<String> missing(int status) {
        return status == FORBIDDEN ? permission : Optional.empty();
    }

    private static Set<Integer> refusals(Method method, boolean needsPermission) {
        RefusedAlsoBy also = method.getAnnotation(RefusedAlsoBy.class);
        return IntStream.concat(
                        also == null ? IntStream.empty() : Arrays.stream(also.value()),
                        needsPermission ? IntStream.of(FORBIDDEN) : IntStream.empty())
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String path(Method method) {
        if (method.isAnnotationPresent(GET.class)) {
            return method.getAnnotation(GET.class).value();
        }
        if (method.isAnnotationPresent(POST.class)) {
            return method.getAnnotation(POST.class).value();
        }
        if (method.isAnnotationPresent(PUT.class)) {
            return method.getAnnotation(PUT.class).value();
        }
        if (method.isAnnotationPresent(PATCH.class)) {
            return method.getAnnotation(PATCH.class).value();
        }
        if (method.isAnnotationPresent(DELETE.class)) {
            return method.getAnnotation(DELETE.class).value();
        }
        return method.isAnnotationPresent(HTTP.class)
                ? method.getAnnotation(HTTP.class).path()
                : "";
    }
}
