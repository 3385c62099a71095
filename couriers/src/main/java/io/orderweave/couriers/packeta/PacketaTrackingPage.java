package io.orderweave.couriers.packeta;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Packeta's public page where the customer follows a packet. */
record PacketaTrackingPage(URI page) {

    String of(String packetId) {
        return page + "?id=" + URLEncoder.encode(packetId, StandardCharsets.UTF_8);
    }
}
