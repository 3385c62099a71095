package io.orderweave.couriers.inpost;

import io.orderweave.shipment.Parcel.Dimensions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sizes of a locker's compartments, smallest first: 640 x 380 mm and a height. */
enum InPostTemplate {
    SMALL("A", 80),
    MEDIUM("B", 190),
    LARGE("C", 410);

    /** Most a locker parcel may weigh. */
    static final int MOST_GRAMS = 25_000;

    private static final int LONGEST_MM = 640;
    private static final int WIDEST_MM = 380;

    private final String letter;
    private final int[] sortedSides;

    InPostTemplate(String letter, int heightMm) {
        this.letter = letter;
        this.sortedSides = sorted(LONGEST_MM, WIDEST_MM, heightMm);
    }

    /** As ShipX names it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By ShipX's name or by the letter that InPost's customers know. */
    static Optional<InPostTemplate> parse(String sizeClass) {
        return Arrays.stream(values())
                .filter(template ->
                        template.name().equalsIgnoreCase(sizeClass) || template.letter.equalsIgnoreCase(sizeClass))
                .findFirst();
    }

    /** The smallest that takes a parcel of that size, turned as needed. */
    static Optional<InPostTemplate> fitting(Dimensions size) {
        int[] sides = sorted(size.lengthMm(), size.widthMm(), size.heightMm());
        return Arrays.stream(values()).filter(template -> template.takes(sides)).findFirst();
    }

    private boolean takes(int[] sides) {
        for (int i = 0; i < sides.length; i++) {
            if (sides[i] > sortedSides[i]) {
                return false;
            }
        }
        return true;
    }

    private static int[] sorted(int... sides) {
        int[] copy = sides.clone();
        Arrays.sort(copy);
        return copy;
    }
}
