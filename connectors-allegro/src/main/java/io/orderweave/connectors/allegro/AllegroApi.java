package io.orderweave.connectors.allegro;

import io.orderweave.http.NeedsPermission;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.ReadAs;
import io.orderweave.http.RefusedAlsoBy;
import io.orderweave.http.Reply;
import java.util.Collection;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;

/**
 * The parts of Allegro's REST API that the connector uses (developer.allegro.pl/documentation). Calls that name
 * the permission they need do not bring orders in: where it is missing, they are refused and orders go on coming.
 */
interface AllegroApi {

    String MEDIA_TYPE = "application/vnd.allegro.public.v1+json";
    String ACCEPT = "Accept: " + MEDIA_TYPE;
    String CONTENT_TYPE = "Content-Type: " + MEDIA_TYPE;

    /** Of customer returns, which Allegro still changes. */
    String BETA_MEDIA_TYPE = "application/vnd.allegro.beta.v1+json";

    String BETA_ACCEPT = "Accept: " + BETA_MEDIA_TYPE;
    String BETA_CONTENT_TYPE = "Content-Type: " + BETA_MEDIA_TYPE;

    String ORDERS_READ = "allegro:api:orders:read";
    String ORDERS_WRITE = "allegro:api:orders:write";
    String PAYMENTS_READ = "allegro:api:payments:read";
    String PAYMENTS_WRITE = "allegro:api:payments:write";
    String OFFERS_READ = "allegro:api:sale:offers:read";
    String OFFERS_WRITE = "allegro:api:sale:offers:write";

    @GET("me")
    @Headers(ACCEPT)
    AllegroMeDto me();

    @GET("order/events")
    @Headers(ACCEPT)
    Reply<AllegroEventsDto> events(@Query("from") @Nullable String afterId, @Query("limit") int limit);

    @GET("order/event-stats")
    @Headers(ACCEPT)
    AllegroEventStatsDto eventStats();

    @GET("order/checkout-forms?sort=updatedAt")
    @Headers(ACCEPT)
    RawJson checkoutForms(
            @Query("updatedAt.gte") String updatedSince, @Query("offset") int offset, @Query("limit") int limit);

    @GET("order/checkout-forms/{id}")
    @Headers(ACCEPT)
    @ReadAs(AllegroCheckoutFormDto.class)
    Reply<RawJson> checkoutForm(@Path("id") String formId);

    @PUT("order/checkout-forms/{id}/fulfillment")
    @Headers({ACCEPT, CONTENT_TYPE})
    @NeedsPermission(ORDERS_WRITE)
    Reply<NoBody> setFulfillment(
            @Path("id") String formId,
            @Query("checkoutForm.revision") @Nullable String revision,
            @Body AllegroFulfillmentDto fulfillment);

    @GET("order/carriers")
    @Headers(ACCEPT)
    AllegroCarriersDto carriers();

    @GET("order/checkout-forms/{id}/shipments")
    @Headers(ACCEPT)
    Reply<AllegroShipmentsDto> shipments(@Path("id") String formId);

    @POST("order/checkout-forms/{id}/shipments")
    @Headers({ACCEPT, CONTENT_TYPE})
    @NeedsPermission(ORDERS_WRITE)
    Reply<AllegroShipmentsDto.Shipment> addShipment(@Path("id") String formId, @Body AllegroNewShipmentDto shipment);

    /** 403 speaks of the order: the specification says "You do not have permission to access this order". */
    @GET("order/checkout-forms/{id}/invoices")
    @Headers(ACCEPT)
    @RefusedAlsoBy(403)
    Reply<AllegroInvoicesDto> invoices(@Path("id") String formId);

    /** 429 speaks of the order too: an earlier invoice entry still waits for its file. It is not the client's rate limit. */
    @POST("order/checkout-forms/{id}/invoices")
    @Headers({ACCEPT, CONTENT_TYPE})
    @RefusedAlsoBy({403, 429})
    Reply<AllegroInvoicesDto.Created> addInvoice(@Path("id") String formId, @Body AllegroNewInvoiceDto invoice);

    /** The raw bytes of a PDF; base64, multipart and JSON are refused. */
    @PUT("order/checkout-forms/{id}/invoices/{invoiceId}/file")
    @Headers(ACCEPT)
    @RefusedAlsoBy(403)
    Reply<NoBody> putInvoiceFile(
            @Path("id") String formId, @Path("invoiceId") String invoiceId, @Body RequestBody file);

    /** Idempotent by the command's id. */
    @POST("payments/refunds")
    @Headers({ACCEPT, CONTENT_TYPE})
    @NeedsPermission(PAYMENTS_WRITE)
    Reply<AllegroRefundDto> refund(@Body AllegroNewRefundDto refund);

    @GET("payments/refunds")
    @Headers(ACCEPT)
    @NeedsPermission(PAYMENTS_READ)
    AllegroRefundsDto refundById(@Query("id") String refundId);

    @GET("payments/refunds")
    @Headers(ACCEPT)
    @NeedsPermission(PAYMENTS_READ)
    AllegroRefundsDto refundsOf(@Query("order.id") String formId, @Query("limit") int limit);

    @GET("order/customer-returns")
    @Headers(BETA_ACCEPT)
    @NeedsPermission(ORDERS_READ)
    RawJson customerReturns(
            @Query("createdAt.gte") String since,
            @Query("createdAt.lte") String until,
            @Query("offset") int offset,
            @Query("limit") int limit);

    @GET("order/customer-returns/{id}")
    @Headers(BETA_ACCEPT)
    @NeedsPermission(ORDERS_READ)
    Reply<AllegroReturnDto> customerReturn(@Path("id") String returnId);

    @POST("order/customer-returns/{id}/rejection")
    @Headers({BETA_ACCEPT, BETA_CONTENT_TYPE})
    @NeedsPermission(ORDERS_WRITE)
    Reply<AllegroReturnDto> rejectReturn(@Path("id") String returnId, @Body AllegroRejectionDto rejection);

    /** The command's id is ours; one that was used before is answered 409. */
    @PUT("sale/{kind}/{commandId}")
    @Headers({ACCEPT, CONTENT_TYPE})
    @NeedsPermission(OFFERS_WRITE)
    Reply<AllegroCommandReportDto> putOfferCommand(
            @Path("kind") String kind, @Path("commandId") String commandId, @Body AllegroOfferCommandDto command);

    @GET("sale/{kind}/{commandId}")
    @Headers(ACCEPT)
    @NeedsPermission(OFFERS_WRITE)
    Reply<AllegroCommandReportDto> offerCommand(@Path("kind") String kind, @Path("commandId") String commandId);

    @GET("sale/{kind}/{commandId}/tasks")
    @Headers(ACCEPT)
    @NeedsPermission(OFFERS_WRITE)
    AllegroCommandTasksDto offerCommandTasks(
            @Path("kind") String kind, @Path("commandId") String commandId, @Query("limit") int limit);

    @GET("sale/offers")
    @Headers(ACCEPT)
    @NeedsPermission(OFFERS_READ)
    AllegroOffersDto offers(@Query("offset") int offset, @Query("limit") int limit);

    @GET("sale/offers")
    @Headers(ACCEPT)
    @NeedsPermission(OFFERS_READ)
    AllegroOffersDto offersOf(@Query("offer.id") Collection<String> offerIds, @Query("limit") int limit);

    @GET("sale/product-offers/{id}")
    @Headers(ACCEPT)
    @NeedsPermission(OFFERS_READ)
    Reply<RawJson> offer(@Path("id") String offerId);

    /** Answered 202 when Allegro is not done yet. */
    @PATCH("sale/product-offers/{id}")
    @Headers({ACCEPT, CONTENT_TYPE})
    @NeedsPermission(OFFERS_WRITE)
    Reply<RawJson> editOffer(@Path("id") String offerId, @Body AllegroOfferEditDto edit);

    @GET("sale/offer-events")
    @Headers(ACCEPT)
    @NeedsPermission(OFFERS_READ)
    Reply<AllegroOfferEventsDto> offerEvents(@Query("from") @Nullable String afterId, @Query("limit") int limit);
}
