package io.orderweave.connectors.allegro;

import io.orderweave.http.RefusedAlsoBy;
import io.orderweave.http.Reply;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;

/** Allegro's token endpoints; the client authenticates by HTTP Basic on each call. */
interface AllegroOAuthApi {

    /** 401 and 403 may come from a proxy in between: only the code of the refusal tells whether it is about the token. */
    @FormUrlEncoded
    @POST("auth/oauth/token")
    @RefusedAlsoBy({401, 403})
    Reply<AllegroTokensDto> refresh(@Field("grant_type") String grantType, @Field("refresh_token") String refreshToken);

    @FormUrlEncoded
    @POST("auth/oauth/device")
    AllegroDeviceDto device(@Field("client_id") String clientId);

    @FormUrlEncoded
    @POST("auth/oauth/token")
    Reply<AllegroTokensDto> deviceToken(@Field("grant_type") String grantType, @Field("device_code") String deviceCode);
}
