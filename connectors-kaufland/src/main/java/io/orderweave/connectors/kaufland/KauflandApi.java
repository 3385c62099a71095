package io.orderweave.connectors.kaufland;

import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.ReadAs;
import io.orderweave.http.Reply;
import java.util.List;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The parts of Kaufland's Seller API that the connector uses (sellerapi.kaufland.com). Repeated parameters are sent repeated. */
interface KauflandApi {

    String ACCEPT = "Accept: application/json";

    @GET("info/storefront")
    @Headers(ACCEPT)
    KauflandStorefrontsDto storefronts();

    /** Newest first, by when they were placed; there is no other order. */
    @GET("orders")
    @Headers(ACCEPT)
    RawJson orders(
            @Query("ts_units_updated_from_iso") String updatedSince,
            @Query("offset") int offset,
            @Query("limit") int limit);

    /** Pickup points and invoices are shown only when asked for. */
    @GET("orders/{id}?embedded=delivery&embedded=order_invoices")
    @Headers(ACCEPT)
    @ReadAs(KauflandOrderDto.Envelope.class)
    Reply<RawJson> order(@Path("id") String orderId);

    @GET("order-units/{id}")
    @Headers(ACCEPT)
    Reply<KauflandOrderUnitDto> orderUnit(@Path("id") long unitId);

    @PATCH("order-units/{id}/fulfil")
    @Headers(ACCEPT)
    Reply<NoBody> fulfil(@Path("id") long unitId);

    @PATCH("order-units/{id}/send")
    @Headers(ACCEPT)
    Reply<NoBody> send(@Path("id") long unitId, @Body KauflandSendDto parcel);

    @PATCH("order-units/{id}/cancel")
    @Headers(ACCEPT)
    Reply<NoBody> cancel(@Path("id") long unitId, @Body KauflandReasonDto reason);

    @PATCH("order-units/{id}/refund")
    @Headers(ACCEPT)
    Reply<NoBody> refund(@Path("id") long unitId, @Body KauflandRefundDto refund);

    @POST("shipments")
    @Headers(ACCEPT)
    Reply<NoBody> addShipment(@Body KauflandShipmentDto shipment);

    @GET("carriers")
    @Headers(ACCEPT)
    KauflandCarriersDto carriers();

    @POST("order-invoices/{order}")
    @Headers(ACCEPT)
    Reply<KauflandInvoiceDto.Envelope> addInvoice(@Path("order") String orderId, @Body KauflandNewInvoiceDto invoice);

    @DELETE("order-invoices/{order}/{invoice}")
    @Headers(ACCEPT)
    Reply<NoBody> deleteInvoice(@Path("order") String orderId, @Path("invoice") long invoiceId);

    @GET("returns?sort=ts_updated:desc")
    @Headers(ACCEPT)
    RawJson returns(
            @Query("ts_updated_from_iso") String updatedSince, @Query("offset") int offset, @Query("limit") int limit);

    @GET("returns/{id}?embedded=return_units")
    @Headers(ACCEPT)
    Reply<RawJson> aReturn(@Path("id") String returnId);

    @PATCH("return-units/{id}/accept")
    @Headers(ACCEPT)
    Reply<NoBody> acceptReturn(@Path("id") long returnUnitId);

    @PATCH("return-units/{id}/repair")
    @Headers(ACCEPT)
    Reply<NoBody> repairReturn(@Path("id") long returnUnitId);

    @PATCH("return-units/{id}/reject")
    @Headers(ACCEPT)
    Reply<NoBody> rejectReturn(@Path("id") long returnUnitId, @Body KauflandMessageDto message);

    @PATCH("return-units/{id}/clarify")
    @Headers(ACCEPT)
    Reply<NoBody> clarifyReturn(@Path("id") long returnUnitId, @Body KauflandMessageDto message);

    @GET("units?embedded=products")
    @Headers(ACCEPT)
    RawJson units(@Query("storefront") String storefront, @Query("offset") int offset, @Query("limit") int limit);

    @PATCH("units/{id}")
    @Headers(ACCEPT)
    Reply<NoBody> changeUnit(
            @Path("id") long unitId, @Query("storefront") String storefront, @Body KauflandUnitChangeDto.Data data);

    @POST("units/bulk")
    @Headers(ACCEPT)
    Reply<KauflandBulkDto> changeUnits(
            @Query("storefront") String storefront, @Body List<KauflandUnitChangeDto> changes);

    @GET("subscriptions?limit=30")
    @Headers(ACCEPT)
    KauflandSubscriptionsDto subscriptions(@Query("storefront") String storefront, @Query("offset") int offset);

    @POST("subscriptions")
    @Headers(ACCEPT)
    Reply<NoBody> subscribe(@Query("storefront") String storefront, @Body KauflandSubscriptionsDto.New subscription);

    @PATCH("subscriptions/{id}")
    @Headers(ACCEPT)
    Reply<NoBody> changeSubscription(@Path("id") long id, @Body KauflandSubscriptionsDto.Change change);
}
