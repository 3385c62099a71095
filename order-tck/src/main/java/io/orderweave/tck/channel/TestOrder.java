package io.orderweave.tck.channel;

import io.orderweave.party.Country;
import io.orderweave.party.Party;
import io.orderweave.party.PostalAddress;
import io.orderweave.party.TaxId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order that the kit asks a {@link ChannelServer} to have placed: invented people of three kinds (buyer, recipient, invoiced), two
 * lines, delivery. Two of different numbers share no personal datum. Immutable.
 *
 * <p>A server fills in what its channel tells and leaves out what it does not.
 */
public final class TestOrder {

    private final int number;
    private final boolean cashOnDelivery;

    private TestOrder(int number, boolean cashOnDelivery) {
        this.number = number;
        this.cashOnDelivery = cashOnDelivery;
    }

    /** A paid one. */
    static TestOrder paid(int number) {
        return new TestOrder(number, false);
    }

    /** One whose money the courier collects. */
    static TestOrder cashOnDelivery(int number) {
        return new TestOrder(number, true);
    }

    /** Tells this order from the others of a test; from 1. */
    public int number() {
        return number;
    }

    /** Whether the courier collects the money; otherwise all of it is paid. */
    public boolean isCashOnDelivery() {
        return cashOnDelivery;
    }

    /** Has a name of two words, e-mail and phone. */
    public Party buyer() {
        return Party.builder()
                .personName("Žofie Ćwikłańska" + letters())
                .email("zofie.cwiklanska" + number + "@buyers.example")
                .phone("+48 600 3" + digits())
                .build();
    }

    /** Has a name of two words, phone and an address in Poland. */
    public Party recipient() {
        return Party.builder()
                .personName("Šimon Wąsosz" + letters())
                .phone("+48 511 4" + digits())
                .address(PostalAddress.builder()
                        .street("ul. Źródlana " + number + "/7")
                        .city("Żywiec" + letters())
                        .postalCode("34-" + digits().substring(2))
                        .country(new Country("PL"))
                        .build())
                .build();
    }

    /** Has a company, a Polish tax number ({@code PL_NIP}) and an address in Poland. */
    public Party invoiced() {
        return Party.builder()
                .company("Gęśla" + letters() + " sp. z o.o.")
                .addTaxIds(new TaxId("PL_NIP", "77811" + digits()))
                .address(PostalAddress.builder()
                        .street("pl. Łąkowy " + number)
                        .city("Łódź")
                        .postalCode("90-001")
                        .country(new Country("PL"))
                        .build())
                .build();
    }

    /** The code of the point where the recipient collects the parcel. */
    public String pickupPoint() {
        return "ZYW" + digits().substring(3) + "M";
    }

    public String note() {
        return "Prosím zabalit jako dárek č. " + number;
    }

    /** VAT included. */
    public BigDecimal deliveryCost() {
        return new BigDecimal("13.95");
    }

    /** Two products, one of them in three pieces, at prices that binary fractions cannot hold. */
    public List<Line> lines() {
        return List.of(
                new Line("KIT-" + number + "-A", "Konvice smaltovaná", 3, new BigDecimal("19.99")),
                new Line("KIT-" + number + "-B", "Łyżka drewniana", 1, new BigDecimal("0.10")));
    }

    /** Lines and delivery. */
    public BigDecimal total() {
        return lines().stream()
                .map(line -> line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())))
                .reduce(deliveryCost(), BigDecimal::add);
    }

    /** What must never stand in a log, a message or a {@code toString}. */
    List<String> personal() {
        return Stream.of(buyer(), recipient(), invoiced())
                .flatMap(party -> Stream.of(
                                party.personName().stream(),
                                party.company().stream(),
                                party.email().stream(),
                                party.phone().stream(),
                                party.address().stream().map(PostalAddress::street),
                                party.taxIds().stream().map(TaxId::value))
                        .flatMap(part -> part))
                .flatMap(text -> Stream.of(text, lastWord(text)))
                .filter(text -> text.length() > 5)
                .toList();
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /** The number in letters, for what has no digits. */
    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (char digit : String.valueOf(number).toCharArray()) {
            letters.append((char) ('a' + digit - '0'));
        }
        return letters.toString();
    }

    private String digits() {
        String padded = "00000" + number;
        return padded.substring(padded.length() - 5);
    }

    /**
     * A product.
     *
     * @param sku the seller's number
     * @param unitPrice of one piece, VAT included, in the server's currency
     */
    public record Line(String sku, String name, int quantity, BigDecimal unitPrice) {}
}
