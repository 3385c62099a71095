package io.orderweave.couriers.packeta;

import io.orderweave.http.ReadsOnly;
import okhttp3.RequestBody;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** The calls of Packeta that we make: all to one URL, told apart by their body, which also holds the API password. */
interface PacketaApi {

    @POST("rest")
    byte[] createPacket(@Body RequestBody body);

    @POST("rest")
    byte[] cancelPacket(@Body RequestBody body);

    @ReadsOnly
    @POST("rest")
    byte[] packetStatus(@Body RequestBody body);

    @ReadsOnly
    @POST("rest")
    byte[] packetTracking(@Body RequestBody body);

    @ReadsOnly
    @POST("rest")
    byte[] packetLabelPdf(@Body RequestBody body);
}
