package io.orderweave.tck.channel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A product that the kit asks a {@link ChannelServer} to put on sale: invented, of one variant or of several sizes. Two of different
 * numbers share nothing but the kind. Immutable.
 *
 * <p>A server fills in what its channel tells and leaves out what it does not.
 */
public final class TestProduct {

    /** What tells one variant from the other. */
    public static final String SIZE = "Rozmiar";

    private static final List<String> SIZES = List.of("Mała", "Wielka");

    private final int number;
    private final List<Variant> variants;

    private TestProduct(int number, List<Variant> variants) {
        this.number = number;
        this.variants = List.copyOf(variants);
    }

    /** One that comes in one size only. */
    static TestProduct single(int number) {
        return new TestProduct(number, List.of(variant(number, 0, Optional.empty())));
    }

    /** One that comes in two sizes. */
    static TestProduct inTwoSizes(int number) {
        return new TestProduct(
                number,
                IntStream.range(0, SIZES.size())
                        .mapToObj(index -> variant(number, index, Optional.of(SIZES.get(index))))
                        .toList());
    }

    private static Variant variant(int number, int index, Optional<String> size) {
        return new Variant(
                "OFR-" + number + "-" + index,
                ean(10L * number + index),
                size,
                new BigDecimal("24.59").add(BigDecimal.valueOf(number)).add(BigDecimal.valueOf(index)),
                11 + index);
    }

    /** Tells this product from the others of a test; from 1. */
    public int number() {
        return number;
    }

    public String name() {
        return "Miska gliniana wzór " + number;
    }

    /** HTML. */
    public String description() {
        return "<p>Toczona ręcznie, glazura żółta, wzór " + number + ".</p>";
    }

    /** Addresses of two pictures, the more important one first. */
    public List<String> images() {
        return List.of(
                "https://pictures.example/bowl-" + number + "-front.jpg",
                "https://pictures.example/bowl-" + number + "-above.jpg");
    }

    /** At least one. */
    public List<Variant> variants() {
        return variants;
    }

    /** Thirteen digits, the last of which is that of the standard's check. */
    private static String ean(long serial) {
        String digits = "590" + (100_000_000 + serial);
        int sum = IntStream.range(0, digits.length())
                .map(place -> (digits.charAt(place) - '0') * (place % 2 == 0 ? 1 : 3))
                .sum();
        return digits + (10 - sum % 10) % 10;
    }

    /**
     * What can be bought.
     *
     * @param sku the seller's number
     * @param ean a valid GTIN-13
     * @param size the value of {@link #SIZE}; absent where the product comes in one only
     * @param price of one piece, VAT included, in the server's currency
     * @param available pieces
     */
    public record Variant(String sku, String ean, Optional<String> size, BigDecimal price, int available) {}
}
