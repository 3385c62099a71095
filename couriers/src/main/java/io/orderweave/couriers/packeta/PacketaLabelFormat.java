package io.orderweave.couriers.packeta;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The layouts in which Packeta prints a label. */
enum PacketaLabelFormat {
    A6("A6 on A6"),
    A7("A7 on A7"),
    A8("A8 on A8"),
    A6_ON_A4("A6 on A4"),
    A7_ON_A4("A7 on A4"),
    STRIP_ON_A4("105x35mm on A4");

    private final String text;

    PacketaLabelFormat(String text) {
        this.text = text;
    }

    /** As Packeta writes it. */
    String text() {
        return text;
    }

    static Optional<PacketaLabelFormat> parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text.equals(text))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(PacketaLabelFormat::text).collect(Collectors.joining(", "));
    }
}
