package io.orderweave.simulator.bank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The text and subject of each layout, with the banks' own spelling of numbers and dates. */
final class MailText {

    private static final BigDecimal BALANCE_BEFORE = BigDecimal.valueOf(10_000);
    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");
    private static final DateTimeFormatter CZECH_DATE =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withZone(ZONE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);
    private static final DateTimeFormatter SLOVAK_MOMENT =
            DateTimeFormatter.ofPattern("d.M.uuuu HH:mm").withZone(ZONE);

    private final BankPayment payment;
    private final Instant at;
    private final String reference;

    /**
     * @param reference what the bank calls this movement
     */
    MailText(BankPayment payment, Instant at, String reference) {
        this.payment = payment;
        this.at = at;
        this.reference = reference;
    }

    String subject(BankMailLayout layout) {
        return switch (layout) {
            case FIO_LABELS -> payment.debit() ? "Fio banka - vydaj na konte" : "Fio banka - prijem na konte";
            case FIO_PROSE -> "Fio banka - zmena zustatku";
            // The debit's subject is UNCONFIRMED.
            case TATRA_BMAIL -> (payment.debit() ? "Debet" : "Kredit") + " na ucte (ID=" + reference + ")";
        };
    }

    String body(BankMailLayout layout) {
        return switch (layout) {
            case FIO_LABELS -> fioLabels();
            case FIO_PROSE -> fioProse();
            case TATRA_BMAIL -> tatra();
        };
    }

    private String fioLabels() {
        return String.join(
                "\n",
                (payment.debit() ? "Výdaj" : "Příjem") + " na kontě: " + accountNumber(),
                "Částka: " + amount(payment.amount()),
                "VS: " + or(payment.variableSymbol()),
                (payment.debit() ? "US: " : "Zpráva příjemci: ") + or(payment.message()),
                "Aktuální zůstatek: " + amount(balance()),
                "Protiúčet: " + payment.counterpartyAccount().orElse("/"),
                "SS: " + or(payment.specificSymbol()),
                "KS: " + or(payment.constantSymbol()),
                "");
    }

    private String fioProse() {
        StringBuilder text = new StringBuilder("Dobrý den,\n\nzůstatek účtu ")
                .append(accountNumber())
                .append(" se ")
                .append(CZECH_DATE.format(at))
                .append(" v ")
                .append(TIME.format(at))
                .append(payment.debit() ? " snížil o " : " zvýšil o ")
                .append(amount(payment.amount()))
                .append(' ')
                .append(payment.currency())
                .append(".\n\nDalší parametry\nTyp pohybu: ")
                .append(payment.debit() ? "Okamžitá odchozí platba\n" : "Okamžitá příchozí platba\n");
        String name =
                payment.counterpartyName().map(it -> " (" + line(it) + ")").orElse("");
        label(text, "Protistrana: ", payment.counterpartyAccount().map(it -> it + name));
        label(text, "ID pokynu: ", Optional.of(reference));
        label(text, "Variabilní symbol: ", payment.variableSymbol());
        label(text, "Konstantní symbol: ", payment.constantSymbol());
        label(text, "Specifický symbol: ", payment.specificSymbol());
        label(text, "Zpráva pro příjemce: ", payment.message());
        return text.append("\nAktuální zůstatek: ")
                .append(amount(balance()))
                .append(' ')
                .append(payment.currency())
                .append("\n\nFio banka\n")
                .toString();
    }

    private String tatra() {
        String balance = amount(balance()) + " " + payment.currency();
        StringBuilder text = new StringBuilder("Vazeny klient,\n\n")
                .append(SLOVAK_MOMENT.format(at))
                .append(" bol zostatok Vasho uctu ")
                .append(payment.ownAccount())
                .append(payment.debit() ? " znizeny o " : " zvyseny o ")
                .append(amount(payment.amount()))
                .append(' ')
                .append(payment.currency())
                .append(".\n");
        for (String kind : new String[] {"uctovny", "aktualny", "disponibilny"}) {
            text.append(String.format(Locale.ROOT, "%-45s%s%n", kind + " zostatok:", balance)
                    .replace("\r", ""));
        }
        text.append('\n');
        label(text, "Popis transakcie: CCINT ", payment.counterpartyAccount());
        label(
                text,
                "Referencia platitela: ",
                Optional.of("/VS" + or(payment.variableSymbol()) + "/SS" + or(payment.specificSymbol()) + "/KS"
                        + or(payment.constantSymbol())));
        label(text, "Informacia pre prijemcu: ", payment.message());
        label(text, "Ucet protistrany: ", payment.counterpartyName());
        return withoutDiacritics(text.append("\nS pozdravom\n\nTATRA BANKA, a.s.\n\nhttp://www.tatrabanka.sk\n")
                .toString());
    }

    private BigDecimal balance() {
        return payment.balance()
                .orElseGet(() -> payment.debit()
                        ? BALANCE_BEFORE.subtract(payment.amount())
                        : BALANCE_BEFORE.add(payment.amount()));
    }

    /** Fio leaves the bank code out. */
    private String accountNumber() {
        int slash = payment.ownAccount().indexOf('/');
        return slash < 0 ? payment.ownAccount() : payment.ownAccount().substring(0, slash);
    }

    private static void label(StringBuilder text, String label, Optional<String> value) {
        value.ifPresent(it -> text.append(label).append(line(it)).append('\n'));
    }

    private static String or(Optional<String> value) {
        return value.map(MailText::line).orElse("");
    }

    /** A value must not begin a label of its own. */
    private static String line(String value) {
        return value.replaceAll("\\R", " ");
    }

    private static String amount(BigDecimal amount) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(' ');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat("#,##0.00", symbols).format(amount.setScale(2, RoundingMode.UNNECESSARY));
    }

    private static String withoutDiacritics(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
