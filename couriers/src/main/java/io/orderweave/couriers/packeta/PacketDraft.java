package io.orderweave.couriers.packeta;

import io.orderweave.couriers.internal.Checked;
import io.orderweave.couriers.internal.Refusals;
import io.orderweave.shipment.Parcel.Dimensions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A packet while it is being put together: its elements so far, and what Packeta would refuse of them. For one thread. */
final class PacketDraft {

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Refusals refusals = new Refusals();

    /** Puts an element whose text Packeta limits. */
    void put(String name, String text, int longest) {
        refusals.unless(!text.isEmpty(), name + ": missing");
        refusals.unless(text.length() <= longest, name + ": longer than " + longest + " characters");
        put(name, text);
    }

    void put(String name, String text) {
        // XML 1.0 cannot carry control characters at all.
        refusals.unless(text.chars().noneMatch(Character::isISOControl), name + ": has a control character");
        texts.put(name, text);
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    /** Notes the reason for a refusal unless the condition holds. */
    void refuseUnless(boolean condition, String reason) {
        refusals.unless(condition, reason);
    }

    Checked<PacketAttributes> finish(Optional<Dimensions> size) {
        return refusals.orReady(new PacketAttributes(texts, size));
    }
}
