package io.orderweave.http;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 */
record RemoteCall(String name, String path, boolean writes, Set<Integer> refusals) {

    static RemoteCall of(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        if (invocation == null) {
            throw new IllegalArgumentException("requests are made by methods of an API interface");
        }
        Method method = invocation.method();
        boolean reads = request.method().equals("GET")
                || request.method().equals("HEAD")
                || method.isAnnotationPresent(ReadsOnly.class);
        return new RemoteCall(method.getName(), path(method), !reads, refusals(method));
    }

    private static Set<Integer> refusals(Method method) {
        return Optional.ofNullable(method.getAnnotation(RefusedAlsoBy.class))
                .map(also -> Arrays.stream(also.value()).boxed().collect(Collectors.toUnmodifiableSet()))
                .orElseGet(Set::of);
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
