package io.orderweave.connectors.merchantpro;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a shop spells filters on the dates of its orders; public clients of real shops disagree. All know only days. The best comes
 * first: a shop that can be asked for changed orders needs no comparing of old ones, but whether any can is UNCONFIRMED.
 */
enum MerchantProDialect {
    MODIFIED("modified", "modified[gte]", "date_modified", 0),
    CREATED_AFTER("created_after", "created_after", "date_created", 1),
    CREATED("created", "created[gt]", "date_created", 1),
    /** No filter at all, for products where there is none. */
    ALL("all", "", "date_modified", 0);

    /** Those that lists of orders may have. */
    static final List<MerchantProDialect> OF_ORDERS = List.of(MODIFIED, CREATED_AFTER, CREATED);

    private final String word;
    private final String parameter;
    private final String field;
    private final int daysEarlier;

    MerchantProDialect(String word, String parameter, String field, int daysEarlier) {
        this.word = word;
        this.parameter = parameter;
        this.field = field;
        this.daysEarlier = daysEarlier;
    }

    /** The dialect of that name. */
    static Optional<MerchantProDialect> named(String word) {
        return Arrays.stream(values())
                .filter(dialect -> dialect.word.equals(word))
                .findFirst();
    }

    /** The names of those that lists of orders may have, for people. */
    static String names() {
        return OF_ORDERS.stream().map(MerchantProDialect::word).collect(Collectors.joining(", "));
    }

    String word() {
        return word;
    }

    /** Whether it finds what changed, not only what is new. */
    boolean findsChanges() {
        return this == MODIFIED || this == ALL;
    }

    /** The moment of an order that is compared and sorted by. */
    String field() {
        return field;
    }

    /**
     * The parameters that ask for orders from that day on, latest first.
     *
     * @param since a whole day; "after" may leave the day itself out, so it asks from a day earlier
     */
    Map<String, String> since(LocalDate since) {
        return this == ALL
                ? Map.of()
                : Map.of(parameter, since.minusDays(daysEarlier).toString(), "sort", field + ".desc");
    }
}
