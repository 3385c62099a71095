package io.orderweave.documents;

import io.orderweave.money.Money;
import io.orderweave.money.VatRate;
import io.orderweave.party.TaxId;
import java.util.Currency;
import java.util.List;

/** The invented seller and buyer of each language's country; the names hold every special letter of the language. */
final class Home {
    static final Home EN = new Home(
            "IE",
            "EUR",
            "23",
            "9",
            "Harbour & Sons Ltd",
            "Aoife Naïve-Murphy",
            "Dublin",
            "Woollen blanket",
            "Café cookbook",
            "IE24TEST93115201117202",
            List.of(new TaxId("VAT_EU", "IE1234567T")),
            List.of(new TaxId("VAT_EU", "IE7654321A")));
    static final Home RO = new Home(
            "RO",
            "RON",
            "21",
            "11",
            "Țesături și Îmbrăcăminte Brașov SRL",
            "Ștefăniță Mânzățeanu",
            "Cluj-Napoca",
            "Pătură din lână ăâîșț ĂÂÎȘȚ",
            "Carte pentru copii",
            Samples.ROMANIAN_IBAN,
            List.of(new TaxId("RO_CUI", "RO11223344"), new TaxId("RO_REG_COM", "J12/345/2019")),
            List.of(new TaxId("RO_CUI", "RO55667788")));
    static final Home CS = new Home(
            "CZ",
            "CZK",
            "21",
            "12",
            "Příliš žluťoučký kůň s.r.o.",
            "Jiřina Ďáblíková",
            "Úpice",
            "Vlněná deka ěščřžýáíéúůťďň ĚŠČŘŽÝÁÍÉÚŮŤĎŇ",
            "Dětská kniha",
            Samples.CZECH_IBAN,
            List.of(new TaxId("CZ_ICO", "12345678"), new TaxId("CZ_DIC", "CZ12345678")),
            List.of(new TaxId("CZ_ICO", "87654321"), new TaxId("CZ_DIC", "CZ87654321")));
    static final Home SK = new Home(
            "SK",
            "EUR",
            "23",
            "5",
            "Ľúbezné hračky s.r.o.",
            "Žofia Šťastná",
            "Nitra",
            "Vlnená deka ľĺŕôäčďéíňóšťúýž ĽĹŔÔÄ",
            "Detská kniha",
            Samples.SLOVAK_IBAN,
            List.of(
                    new TaxId("SK_ICO", "11223344"),
                    new TaxId("SK_DIC", "2020304050"),
                    new TaxId("SK_IC_DPH", "SK2020304050")),
            List.of(new TaxId("SK_ICO", "44332211")));
    static final Home PL = new Home(
            "PL",
            "PLN",
            "23",
            "5",
            "Zażółć gęślą jaźń Sp. z o.o.",
            "Łucja Żółtowska",
            "Łódź",
            "Koc wełniany ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ",
            "Książka dla dzieci",
            Samples.POLISH_IBAN,
            List.of(new TaxId("PL_NIP", "123-456-78-90")),
            List.of(new TaxId("PL_NIP", "9876543210")));
    static final Home HU = new Home(
            "HU",
            "HUF",
            "27",
            "5",
            "Árvíztűrő Tükörfúrógép Kft.",
            "Szűcs Győző",
            "Győr",
            "Gyapjútakaró áéíóöőúüű ÁÉÍÓÖŐÚÜŰ",
            "Mesekönyv",
            Samples.HUNGARIAN_IBAN,
            List.of(new TaxId("HU_ADOSZAM", "12345678-2-08")),
            List.of(new TaxId("HU_ADOSZAM", "87654321-2-08")));
    static final Home DE = new Home(
            "DE",
            "EUR",
            "19",
            "7",
            "Größe & Maß GmbH",
            "Jürgen Weiß",
            "Köln",
            "Wolldecke äöüß ÄÖÜ",
            "Kinderbuch",
            Samples.GERMAN_IBAN,
            List.of(new TaxId("VAT_EU", "DE123456789"), new TaxId("DE_STEUERNUMMER", "12/345/67890")),
            List.of(new TaxId("VAT_EU", "DE987654321")));

    final String country;
    final Currency currency;
    final VatRate rate;
    final VatRate lowRate;
    final String company;
    final String person;
    final String city;
    final String product;
    final String book;
    final String iban;
    final List<TaxId> sellerIds;
    final List<TaxId> buyerIds;

    private Home(
            String country,
            String currency,
            String rate,
            String lowRate,
            String company,
            String person,
            String city,
            String product,
            String book,
            String iban,
            List<TaxId> sellerIds,
            List<TaxId> buyerIds) {
        this.country = country;
        this.currency = Currency.getInstance(currency);
        this.rate = VatRate.of(rate);
        this.lowRate = VatRate.of(lowRate);
        this.company = company;
        this.person = person;
        this.city = city;
        this.product = product;
        this.book = book;
        this.iban = iban;
        this.sellerIds = sellerIds;
        this.buyerIds = buyerIds;
    }

    static Home of(Language language) {
        return switch (language) {
            case EN -> EN;
            case RO -> RO;
            case CS -> CS;
            case SK -> SK;
            case PL -> PL;
            case HU -> HU;
            case DE -> DE;
        };
    }

    Money money(String amount) {
        return Money.of(amount, currency.getCurrencyCode());
    }
}
