package io.orderweave.connectors.merchantpro;

import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.ReadAs;
import io.orderweave.http.Reply;
import java.util.Map;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.PATCH;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;

/** The parts of MerchantPro's API v2 that the connector uses. Without {@code include} an order has no lines. */
interface MerchantProApi {

    String ACCEPT = "Accept: application/json";

    /** The least there is to ask: it shows that the key is good. */
    @GET("orders?fields=id&limit=1")
    @Headers(ACCEPT)
    RawJson anyOrder();

    @GET("orders")
    @Headers(ACCEPT)
    Reply<RawJson> orders(@QueryMap Map<String, String> query);

    @GET("orders/{id}?include=line_items")
    @Headers(ACCEPT)
    @ReadAs(MerchantProOrderDto.class)
    Reply<RawJson> order(@Path("id") String orderId);

    /** Sets a status; the action is its name. */
    @PATCH("orders/{id}/{action}")
    @Headers(ACCEPT)
    Reply<NoBody> act(@Path("id") String orderId, @Path("action") String action);

    /** Overwrites the fields named and no others. */
    @PATCH("orders/{id}")
    @Headers(ACCEPT)
    Reply<NoBody> change(@Path("id") String orderId, @Body Map<String, String> fields);

    @GET("products")
    @Headers(ACCEPT)
    Reply<RawJson> products(@QueryMap Map<String, String> query);

    @GET("products/{id}?include=variants")
    @Headers(ACCEPT)
    Reply<RawJson> product(@Path("id") String productId);

    @PATCH("products/{id}")
    @Headers(ACCEPT)
    Reply<NoBody> changeProduct(@Path("id") String productId, @Body MerchantProOfferChangeDto change);
}
