package io.orderweave.document;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.money.VatRate;
import io.orderweave.party.Party;
import io.orderweave.value.ValueStyle;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/** The legal entity that sells and issues documents. */
@Value.Immutable
@ValueStyle
@JsonDeserialize(as = ImmutableSeller.class)
public interface Seller {

    SellerId id();

    /** Name, address and tax ids as they stand on documents. */
    Party profile();

    /** The zone in which days, months and years of documents are counted. */
    ZoneId zone();

    /** Language of documents. */
    Locale language();

    boolean vatPayer();

    /** Used where a channel does not tell a line's rate; empty refuses to issue such a document. */
    Optional<VatRate> defaultVatRate();

    List<BankAccount> bankAccounts();

    List<NumberSeries> series();

    /** Days from issue to due date. */
    @Value.Default
    default int paymentTermDays() {
        return 14;
    }

    /** The account for payments in that currency. */
    default Optional<BankAccount> accountFor(Currency currency) {
        return bankAccounts().stream()
                .filter(account -> account.currency().equals(currency))
                .findFirst();
    }

    /** The first series of that kind. */
    default Optional<NumberSeries> seriesFor(DocumentKind kind) {
        return series().stream().filter(series -> series.kind() == kind).findFirst();
    }

    /** The series of that id. */
    default Optional<NumberSeries> series(SeriesId id) {
        return series().stream().filter(series -> series.id().equals(id)).findFirst();
    }

    /** A seller that takes orders and does not issue documents yet: a name and the zone its days are counted in. */
    static Seller of(SellerId id, String name, ZoneId zone) {
        return builder()
                .id(id)
                .profile(Party.builder().company(name).build())
                .zone(zone)
                .language(Locale.ENGLISH)
                .vatPayer(false)
                .build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Seller}s. */
    final class Builder extends ImmutableSeller.Builder {
        Builder() {}
    }
}
