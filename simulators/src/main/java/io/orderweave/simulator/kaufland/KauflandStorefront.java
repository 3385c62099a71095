package io.orderweave.simulator.kaufland;

import java.util.Locale;

/** Where a buyer shops: currency, country, and an invented address there. */
public enum KauflandStorefront {
    DE("EUR"),
    CZ("CZK"),
    SK("EUR"),
    PL("PLN"),
    AT("EUR"),
    FR("EUR"),
    IT("EUR");

    private final String currency;

    KauflandStorefront(String currency) {
        this.currency = currency;
    }

    /** ISO 4217. */
    public String currency() {
        return currency;
    }

    /** As parameters and orders have it: {@code de}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
