package io.orderweave.examples.marketplace;

import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.ReadsOnly;
import io.orderweave.http.Reply;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Stall's API. A method that returns a {@link Reply} leaves refusals to its caller. */
interface StallApi {

    @GET("account")
    RawJson account();

    @GET("orders")
    Reply<RawJson> orders(@Query("after") @Nullable String cursor, @Query("limit") int limit);

    @GET("orders/{id}")
    Reply<RawJson> order(@Path("id") String id);

    @PUT("orders/{id}/status")
    Reply<NoBody> setStatus(@Path("id") String id, @Body Map<String, String> status);

    @GET("orders/{id}/parcels")
    Reply<RawJson> parcels(@Path("id") String id);

    @POST("orders/{id}/parcels")
    Reply<NoBody> addParcel(@Path("id") String id, @Body Map<String, String> parcel);

    /** Authorised by the client's id and secret. Asked twice, Stall gives two tokens and no harm is done. */
    @ReadsOnly
    @POST("token")
    RawJson token();
}
