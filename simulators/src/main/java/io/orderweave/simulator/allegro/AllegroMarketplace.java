package io.orderweave.simulator.allegro;

/** The marketplaces of Allegro an order can come from; one seller account serves all. */
public enum AllegroMarketplace {
    PL("allegro-pl", "PLN", "PL", "pl-PL"),
    CZ("allegro-cz", "CZK", "CZ", "cs-CZ"),
    SK("allegro-sk", "EUR", "SK", "sk-SK"),
    HU("allegro-hu", "HUF", "HU", "hu-HU");

    private final String id;
    private final String currency;
    private final String country;
    private final String language;

    AllegroMarketplace(String id, String currency, String country, String language) {
        this.id = id;
        this.currency = currency;
        this.country = country;
        this.language = language;
    }

    /** As in {@code marketplace.id}. */
    public String id() {
        return id;
    }

    /** ISO 4217. */
    public String currency() {
        return currency;
    }

    /** ISO 3166-1 alpha-2. */
    public String country() {
        return country;
    }

    /** The buyers' usual language, BCP 47. */
    public String language() {
        return language;
    }
}
