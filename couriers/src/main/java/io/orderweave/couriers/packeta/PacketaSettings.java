package io.orderweave.couriers.packeta;

/** x */
final class PacketaSettings {
    static final String HOME_CARRIERS = "home.carriers";
}
