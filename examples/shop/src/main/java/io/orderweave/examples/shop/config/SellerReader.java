package io.orderweave.examples.shop.config;

import io.orderweave.document.BankAccount;
import io.orderweave.document.DocumentKind;
import io.orderweave.document.NumberSeries;
import io.orderweave.document.Seller;
import io.orderweave.id.SellerId;
import io.orderweave.id.SeriesId;
import io.orderweave.money.VatRate;
import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads who sells: {@code seller.*} and {@code series.*}. */
final class SellerReader {

    private final Config config;
    private final SellerId id;

    SellerReader(Config config, SellerId id) {
        this.config = config;
        this.id = id;
    }

    /** The seller; empty when something is wrong with it, which is noted. */
    Optional<Seller> read() {
        Optional<Party> profile = profile();
        Optional<ZoneId> zone = config.require("seller.zone", "a time zone such as Europe/Warsaw", ZoneId::of);
        Optional<Locale> language =
                config.require("seller.language", "one of cs, de, en, hu, pl, ro, sk", SellerReader::language);
        boolean vatPayer = config.find("seller.vat.payer", "true or false", SellerReader::flag)
                .orElse(true);
        Optional<VatRate> rate = config.find("seller.vat.rate", "a percentage such as 23", VatRate::of);
        List<BankAccount> accounts = accounts();
        Optional<List<NumberSeries>> series = series();
        if (profile.isEmpty() || zone.isEmpty() || language.isEmpty() || series.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Seller.builder()
                .id(id)
                .profile(profile.get())
                .zone(zone.get())
                .language(language.get())
                .vatPayer(vatPayer)
                .defaultVatRate(rate)
                .addAllBankAccounts(accounts)
                .addAllSeries(series.get())
                .build());
    }

    private Optional<Party> profile() {
        Optional<String> name = config.require("seller.name", "the name that stands on invoices");
        Party.Builder party = Party.builder();
        name.ifPresent(party::company);
        config.find("seller.email", "an address").ifPresent(party::email);
        config.rows("seller.tax-id.", "a number, and a type in the key such as seller.tax-id.PL_NIP", TaxId::new)
                .forEach(party::addTaxIds);
        Optional<String> street = config.require("seller.street", "street and number");
        Optional<String> city = config.require("seller.city", "a city");
        Optional<String> postalCode = config.require("seller.postal-code", "a postal code");
        Optional<Country> country =
                config.require("seller.country", "a country's two letters such as PL", Country::new);
        if (name.isEmpty() || street.isEmpty() || city.isEmpty() || postalCode.isEmpty() || country.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(party.address(PostalAddress.builder()
                        .street(street.get())
                        .city(city.get())
                        .postalCode(postalCode.get())
                        .country(country.get())
                        .build())
                .build());
    }

    /** {@code seller.account.PLN = IBAN}, with the BIC and the bank's name behind it where they are to stand on documents. */
    private List<BankAccount> accounts() {
        return config.rows(
                "seller.account.",
                "an IBAN, or IBAN, BIC and bank between commas, for a currency's three letters",
                SellerReader::account);
    }

    private static BankAccount account(String currency, String text) {
        String[] parts = text.split("\\s*,\\s*", 3);
        return new BankAccount(
                Currency.getInstance(currency),
                parts[0],
                Optional.of(parts).filter(it -> it.length > 1).map(it -> it[1]),
                Optional.of(parts).filter(it -> it.length > 2).map(it -> it[2]));
    }

    /** All series; empty when something is wrong with one. */
    private Optional<List<NumberSeries>> series() {
        Set<String> ids = config.names("series.");
        List<NumberSeries> series =
                ids.stream().flatMap(id -> series(id).stream()).toList();
        return Optional.of(series).filter(all -> all.size() == ids.size());
    }

    private Optional<NumberSeries> series(String name) {
        String key = "series." + name + ".";
        Optional<DocumentKind> kind = config.require(
                key + "kind",
                "one of " + Arrays.toString(DocumentKind.values()),
                text -> DocumentKind.valueOf(upper(text)));
        Optional<SeriesId> seriesId = config.parsed(
                key + "kind", name, "a name of at most 100 characters, without white space, in the key", SeriesId::new);
        Optional<String> mask = config.require(key + "mask", "a mask such as FV{YYYY}{NNNN}");
        Optional<NumberSeries.Reset> reset = config.find(
                key + "reset",
                "one of " + Arrays.toString(NumberSeries.Reset.values()),
                text -> NumberSeries.Reset.valueOf(upper(text)));
        Optional<Long> first = config.find(key + "first", "a whole number", Long::valueOf);
        if (seriesId.isEmpty() || kind.isEmpty() || mask.isEmpty()) {
            return Optional.empty();
        }
        NumberSeries.Builder builder = NumberSeries.builder();
        builder.id(seriesId.get()).kind(kind.get()).mask(mask.get());
        reset.ifPresent(builder::reset);
        first.ifPresent(builder::first);
        try {
            return Optional.of(builder.build());
        } catch (IllegalArgumentException wrong) {
            config.problem(key + "mask", String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private static Locale language(String text) {
        if (!List.of("cs", "de", "en", "hu", "pl", "ro", "sk").contains(text)) {
            throw new IllegalArgumentException("not among them");
        }
        return Locale.forLanguageTag(text);
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        };
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
