package io.orderweave.simulator.packeta;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One packet as Packeta keeps it. Guarded by the state store. */
final class Packet {

    long id;

    /** What was sent, but for structured parts. */
    Map<String, String> attributes = new TreeMap<>();

    /** Since when it waits for what comes next by itself, and how often it was asked about since. */
    Instant waitsSince = Instant.EPOCH;

    int polls;

    /** A test moved it: it does not go on by itself. */
    boolean byHand;

    int labels;
    final List<Step> history = new ArrayList<>();

    /** One line of the tracking; the code may be one that nobody knows. */
    record Step(int code, Instant at) {}

    void move(int code, Instant at) {
        waitsSince = at;
        polls = 0;
        history.add(new Step(code, at));
    }

    Step last() {
        return history.get(history.size() - 1);
    }

    boolean is(PacketStatus status) {
        return last().code() == status.code();
    }

    String number() {
        return attributes.getOrDefault("number", "");
    }

    String addressId() {
        return attributes.getOrDefault("addressId", "");
    }

    BigDecimal cashOnDelivery() {
        String amount = attributes.getOrDefault("cod", "");
        return amount.isEmpty() ? BigDecimal.ZERO : new BigDecimal(amount);
    }

    String barcode() {
        return "Z" + id;
    }

    String barcodeText() {
        String digits = String.format(Locale.ROOT, "%010d", id);
        return "Z " + digits.substring(0, 3) + " " + digits.substring(3, 7) + " " + digits.substring(7);
    }
}
