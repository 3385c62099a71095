package io.orderweave.couriers.inpost;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** InPost's public page where the customer follows a parcel. */
record InPostTrackingPage(URI page) {

    String of(String trackingNumber) {
        return page + "?number=" + URLEncoder.encode(trackingNumber, StandardCharsets.UTF_8);
    }
}
