package io.orderweave.http;

import java.math.BigDecimal;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** An API with a method of every kind. */
interface SampleApi {

    @GET("things/{id}")
    ThingDto thing(@Path("id") String id);

    @GET("things/{id}")
    Reply<ThingDto> thingIfAny(@Path("id") String id);

    @GET("things")
    RawJson things(@Query("owner") String owner);

    @GET("price")
    PriceDto price();

    @POST("things")
    ThingDto add(@Body ThingDto thing);

    @POST("things")
    Reply<ThingDto> tryAdd(@Body ThingDto thing);

    @POST("slow-things")
    @RefusedAlsoBy(429)
    Reply<ThingDto> addSlowly(@Body ThingDto thing);

    @POST("guarded-things")
    @NeedsPermission("things:write")
    Reply<ThingDto> addIfLet(@Body ThingDto thing);

    @GET("guarded-things")
    @NeedsPermission("things:read")
    ThingDto guarded();

    @POST("search")
    @ReadsOnly
    ThingDto search(@Body ThingDto like);

    @PUT("things/{id}/file")
    NoBody upload(@Path("id") String id, @Body RequestBody file);

    @PATCH("things/{id}/close")
    NoBody close(@Path("id") String id);

    @DELETE("things/{id}")
    NoBody delete(@Path("id") String id);

    @GET("files/{id}")
    byte[] file(@Path("id") String id);

    /** What something costs. */
    record PriceDto(@Nullable BigDecimal amount) {}

    /** A thing. */
    record ThingDto(@Nullable String name, @Nullable Integer count) {}
}
