package io.orderweave.connectors.allegro;

import io.orderweave.http.Reply;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;

/** Allegro's token endpoints; the client authenticates by HTTP Basic on each call. */
interface AllegroOAuthApi {

    @FormUrlEncoded
    @POST("auth/oauth/token")
    Reply<AllegroTokensDto> refresh(@Field("grant_type") String grantType, @Field("refresh_token") String refreshToken);

    @FormUrlEncoded
    @POST("auth/oauth/device")
    AllegroDeviceDto device(@Field("client_id") String clientId);

    @FormUrlEncoded
    @POST("auth/oauth/token")
    Reply<AllegroTokensDto> deviceToken(@Field("grant_type") String grantType, @Field("device_code") String deviceCode);
}
