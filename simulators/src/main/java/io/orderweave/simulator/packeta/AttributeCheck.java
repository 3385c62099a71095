package io.orderweave.simulator.packeta;

import io.orderweave.simulator.internal.XmlElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks packet attributes by the published constraints. Which attributes are at fault is what callers can rely on; the
 * wording of the faults is UNCONFIRMED.
 */
final class AttributeCheck {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ,.'\\-&()]{1,32}");
    private static final Pattern NUMBER = Pattern.compile(".{1,36}");
    private static final Pattern NOTE = Pattern.compile("[^\";]{1,128}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("(\\+|00)?[0-9]{9,15}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,4})?");
    private static final Set<String> CURRENCIES = Set.of("CZK", "EUR", "HUF", "PLN", "RON");

    private final PacketaSettings settings;

    AttributeCheck(PacketaSettings settings) {
        this.settings = settings;
    }

    /** What is wrong, an {@code <attributes>} fault each; empty when nothing is. */
    List<XmlElement> faults(XmlElement attributes) {
        Findings findings = new Findings(attributes);
        findings.required("number", NUMBER);
        findings.required("name", NAME);
        findings.required("surname", NAME);
        findings.optional("email", EMAIL);
        findings.optional("phone", PHONE);
        findings.optional("note", NOTE);
        findings.required("value", DECIMAL);
        findings.required("weight", DECIMAL);
        findings.optional("cod", DECIMAL);
        if (attributes.textOf("email").isEmpty() && attributes.textOf("phone").isEmpty()) {
            findings.add("email", "Email or phone is required.");
        }
        currency(attributes, findings);
        destination(attributes, findings);
        return findings.all;
    }

    private static void currency(XmlElement attributes, Findings findings) {
        String currency = attributes.textOf("currency");
        if (!currency.isEmpty() && !CURRENCIES.contains(currency)) {
            findings.add("currency", "Currency is not supported.");
        }
        decimal(attributes.textOf("cod")).ifPresent(amount -> {
            boolean crowns = currency.isEmpty() || currency.equals("CZK"); // the simulated account is a Czech one
            if (crowns && !isMultiple(amount, 1)) {
                findings.add("cod", "COD in CZK must be a whole number.");
            }
            if (currency.equals("HUF") && !isMultiple(amount, 5)) {
                findings.add("cod", "COD in HUF must be a multiple of 5.");
            }
        });
    }

    private void destination(XmlElement attributes, Findings findings) {
        String address = attributes.textOf("addressId");
        if (settings.homeCarriers().contains(address)) {
            for (String part : List.of("street", "houseNumber", "city", "zip")) {
                findings.required(part, Pattern.compile(".{1,32}"));
            }
        } else if (settings.pointCarriers().contains(address)) {
            findings.required("carrierPickupPoint", Pattern.compile(".{1,32}"));
        } else if (!settings.points().contains(address)) {
            findings.add("addressId", "Pickup point is not available.");
        }
    }

    private static Optional<BigDecimal> decimal(String text) {
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static boolean isMultiple(BigDecimal amount, int of) {
        return amount.remainder(BigDecimal.valueOf(of)).signum() == 0;
    }

    private static final class Findings {

        private final XmlElement attributes;
        private final List<XmlElement> all = new ArrayList<>();

        Findings(XmlElement attributes) {
            this.attributes = attributes;
        }

        void required(String name, Pattern pattern) {
            if (attributes.textOf(name).isEmpty()) {
                add(name, "Attribute is required.");
            } else {
                optional(name, pattern);
            }
        }

        void optional(String name, Pattern pattern) {
            String text = attributes.textOf(name);
            if (!text.isEmpty() && !pattern.matcher(text).matches()) {
                add(name, "Attribute is not valid.");
            }
        }

        void add(String name, String fault) {
            all.add(XmlElement.of("fault", XmlElement.of("name", name), XmlElement.of("fault", fault)));
        }
    }
}
