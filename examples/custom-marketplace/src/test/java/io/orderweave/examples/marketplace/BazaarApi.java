package io.orderweave.examples.marketplace;

import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** What Bazaar can do beyond Stall. */
interface BazaarApi {

    @GET("orders/{id}")
    Reply<RawJson> order(@Path("id") String id);

    @POST("orders/{id}/cancellations")
    Reply<NoBody> cancel(@Path("id") String id, @Body Map<String, List<String>> lines);

    @GET("orders/{id}/refunds")
    Reply<RawJson> refunds(@Path("id") String id);

    /** Asked twice, Bazaar pays twice. */
    @POST("orders/{id}/refunds")
    Reply<NoBody> refund(@Path("id") String id, @Body Map<String, String> refund);

    @GET("orders/{id}/documents")
    Reply<RawJson> documents(@Path("id") String id);

    /** Announces a document; its file follows. */
    @POST("orders/{id}/documents")
    Reply<RawJson> announceDocument(@Path("id") String id, @Body Map<String, String> document);

    @PUT("orders/{id}/documents/{document}")
    Reply<NoBody> documentFile(
            @Path("id") String id, @Path("document") String document, @Body Map<String, String> file);

    @GET("returns")
    RawJson returns(@Query("after") @Nullable String cursor, @Query("limit") int limit);

    @GET("returns/{id}")
    Reply<RawJson> aReturn(@Path("id") String id);

    @PUT("returns/{id}/verdict")
    Reply<NoBody> decide(@Path("id") String id, @Body Map<String, String> verdict);

    @GET("offers")
    RawJson offers(@Query("after") @Nullable String cursor, @Query("limit") int limit);

    /** Takes levels, to be set within the minute. The same key again is the same batch. */
    @PUT("stock/{key}")
    Reply<NoBody> putStock(@Path("key") String key, @Body Map<String, Integer> levels);

    @GET("stock/{key}")
    Reply<RawJson> stock(@Path("key") String key);

    /** Sets prices at once. */
    @POST("prices")
    Reply<RawJson> setPrices(@Body Map<String, String> prices);
}
