package io.orderweave.simulator.allegro;

import java.math.BigDecimal;

/**
 * The delivery methods the simulated account offers; ids and prices are invented, for the real ones get re-issued and must
 * not be hard-coded by anyone.
 */
enum DeliveryMethod {
    COURIER_PL("5d0f4a10-1111-4c01-9a01-0a0b0c0d0e01", "Allegro Kurier", AllegroMarketplace.PL, "10.99", false),
    LOCKER_PL("5d0f4a10-1111-4c01-9a01-0a0b0c0d0e02", "Allegro Paczkomaty", AllegroMarketplace.PL, "8.49", false),
    COURIER_PL_COD(
            "5d0f4a10-1111-4c01-9a01-0a0b0c0d0e03", "Allegro Kurier pobranie", AllegroMarketplace.PL, "14.99", true),
    COURIER_CZ("5d0f4a10-2222-4c01-9a01-0a0b0c0d0e01", "Kurýr na adresu", AllegroMarketplace.CZ, "99.00", false),
    POINT_CZ("5d0f4a10-2222-4c01-9a01-0a0b0c0d0e02", "Výdejní místo", AllegroMarketplace.CZ, "69.00", false),
    COURIER_CZ_COD("5d0f4a10-2222-4c01-9a01-0a0b0c0d0e03", "Kurýr na dobírku", AllegroMarketplace.CZ, "129.00", true),
    COURIER_SK("5d0f4a10-3333-4c01-9a01-0a0b0c0d0e01", "Kuriér na adresu", AllegroMarketplace.SK, "3.90", false),
    POINT_SK("5d0f4a10-3333-4c01-9a01-0a0b0c0d0e02", "Výdajné miesto", AllegroMarketplace.SK, "2.90", false),
    COURIER_HU("5d0f4a10-4444-4c01-9a01-0a0b0c0d0e01", "Házhozszállítás", AllegroMarketplace.HU, "1490.00", false),
    POINT_HU("5d0f4a10-4444-4c01-9a01-0a0b0c0d0e02", "Átvételi pont", AllegroMarketplace.HU, "990.00", false);

    private final String id;
    private final String label;
    private final AllegroMarketplace marketplace;
    private final BigDecimal price;
    private final boolean cashOnDelivery;

    DeliveryMethod(String id, String label, AllegroMarketplace marketplace, String price, boolean cashOnDelivery) {
        this.id = id;
        this.label = label;
        this.marketplace = marketplace;
        this.price = new BigDecimal(price);
        this.cashOnDelivery = cashOnDelivery;
    }

    static DeliveryMethod courier(AllegroMarketplace marketplace) {
        return switch (marketplace) {
            case PL -> COURIER_PL;
            case CZ -> COURIER_CZ;
            case SK -> COURIER_SK;
            case HU -> COURIER_HU;
        };
    }

    static DeliveryMethod point(AllegroMarketplace marketplace) {
        return switch (marketplace) {
            case PL -> LOCKER_PL;
            case CZ -> POINT_CZ;
            case SK -> POINT_SK;
            case HU -> POINT_HU;
        };
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    AllegroMarketplace marketplace() {
        return marketplace;
    }

    BigDecimal price() {
        return price;
    }

    boolean cashOnDelivery() {
        return cashOnDelivery;
    }
}
