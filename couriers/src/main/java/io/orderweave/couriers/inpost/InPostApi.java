package io.orderweave.couriers.inpost;

import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** The calls of ShipX that we make. */
interface InPostApi {

    @POST("v1/organizations/{organization}/shipments")
    Reply<InPostShipmentDto> createShipment(@Path("organization") String organization, @Body InPostShipmentForm form);

    @GET("v1/shipments/{id}")
    Reply<InPostShipmentDto> shipment(@Path("id") String id);

    /** @param createdFrom ISO 8601; absent for all */
    @GET("v1/organizations/{organization}/shipments?sort_by=created_at&sort_order=desc&per_page=100")
    InPostPageDto shipments(
            @Path("organization") String organization,
            @Query("page") int page,
            @Query("created_at_gteq") @Nullable String createdFrom);

    @DELETE("v1/shipments/{id}")
    Reply<byte[]> cancel(@Path("id") String id);

    @GET("v1/shipments/{id}/label")
    Reply<byte[]> label(@Path("id") String id, @Query("format") String format, @Query("type") String type);

    @GET("v1/tracking/{number}")
    Reply<RawJson> tracking(@Path("number") String trackingNumber);
}
