package io.orderweave.simulator.merchantpro;

import java.util.List;

/** The spellings of filters on dates that clients of real shops use; which one a shop understands differs. */
public enum MerchantProDateFilter {
    /** {@code created_after} and {@code created_before}. */
    CREATED_AFTER("date_created"),
    /** {@code created[gt]} and its relatives. */
    CREATED("date_created"),
    /** {@code modified[gt]} and its relatives, as the product list has them. */
    MODIFIED("date_modified");

    private final String field;

    MerchantProDateFilter(String field) {
        this.field = field;
    }

    /** The field of an order or product that is compared. */
    String field() {
        return field;
    }

    /** The query parameters of this spelling. */
    List<String> parameters() {
        return switch (this) {
            case CREATED_AFTER -> List.of("created_after", "created_before");
            case CREATED -> bracketed("created");
            case MODIFIED -> bracketed("modified");
        };
    }

    private static List<String> bracketed(String name) {
        return List.of(name + "[gt]", name + "[gte]", name + "[lt]", name + "[lte]");
    }
}
