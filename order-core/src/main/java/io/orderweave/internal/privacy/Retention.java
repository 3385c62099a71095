package io.orderweave.internal.privacy;

import io.orderweave.document.Document;
import io.orderweave.document.Seller;
import io.orderweave.id.SellerId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** How long issued documents must stay, by their sellers. A seller that is no longer configured keeps them for the usual time. Pure. */
final class Retention {

    private static final int USUAL_YEARS = 10;

    private final Map<SellerId, Seller> sellers;

    Retention(Map<SellerId, Seller> sellers) {
        this.sellers = sellers;
    }

    /** The first day on which the document need not be kept any more. */
    LocalDate endsOn(Document document) {
        int years = seller(document).map(Seller::documentRetentionYears).orElse(USUAL_YEARS);
        return document.issueDate().plusYears(years);
    }

    /** The zone in which that day is counted. */
    ZoneId zone(Document document) {
        return seller(document).map(Seller::zone).orElse(ZoneOffset.UTC);
    }

    /** The shortest time any document is kept. */
    int shortestYears() {
        return sellers.values().stream()
                .mapToInt(Seller::documentRetentionYears)
                .reduce(USUAL_YEARS, Math::min);
    }

    private Optional<Seller> seller(Document document) {
        return Optional.ofNullable(sellers.get(document.seller()));
    }
}
