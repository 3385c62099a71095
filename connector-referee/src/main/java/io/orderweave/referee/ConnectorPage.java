package io.orderweave.referee;

import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ConnectorProfile;
import io.orderweave.tck.SettableClock;
import io.orderweave.tck.channel.ChannelServer;
import io.orderweave.tck.channel.ChannelUnderTest;
import io.orderweave.tck.channel.Facet;
import io.orderweave.tck.channel.OfferDetail;
import io.orderweave.tck.channel.OrderDetail;
import io.orderweave.tck.channel.Scenario;
import io.orderweave.tck.channel.ScriptedOffers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page about a connector, to be compared with the code. Used by this build's tests of connectors, beside {@code docs}. Immutable. */
public final class ConnectorPage {

    private final String text;

    private ConnectorPage(String text) {
        this.text = text;
    }

    /** The page of that name, {@code kaufland} say. */
    public static ConnectorPage of(String name) {
        try {
            return new ConnectorPage(Files.readString(Path.of("..", "docs", "connectors", name + ".md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return text;
    }

    /** The first cells of the table of the section, without back quotes. */
    public List<String> rows(String section) {
        String body = text.substring(text.indexOf("\n## " + section + "\n") + 1).replaceFirst("(?s)\n## .*", "");
        return Pattern.compile("(?m)^\\| ([^|]*`[^|]+) \\| [^| ][^|]* \\|$")
                .matcher(body)
                .results()
                .map(row -> row.group(1).replace("`", ""))
                .toList();
    }

    /** What the table of supported facets must be. */
    public static String supported(ChannelConnector connector) {
        ConnectorProfile profile = connector.profile();
        List<String> lines = new ArrayList<>();
        lines.add("| facet | supported |");
        lines.add("|---|---|");
        lines.add(row(
                "orders: feed, one order",
                connector.orderFeed().isPresent() && connector.orderReader().isPresent()));
        lines.add(row("status updates", connector.statusUpdates().map(updates -> words(updates.supported()))));
        lines.add(row("tracking numbers", connector.trackingUpdates().isPresent()));
        lines.add(row("document uploads", connector.documentUploads().isPresent()));
        lines.add(row("cancellations", connector.cancellations().map(cancellations -> words(cancellations.reasons()))));
        lines.add(row("refunds", connector.refunds().map(refunds -> words(refunds.reasons()))));
        lines.add(row("returns in", connector.returnFeed().isPresent()));
        lines.add(row("return decisions", connector.returnDecisions().map(decisions -> words(decisions.supported()))));
        lines.add(row("stock updates", connector.stockUpdates().map(updates -> batch(updates.batchSize()))));
        lines.add(row("price updates", connector.priceUpdates().map(updates -> batch(updates.batchSize()))));
        lines.add(row("catalogue in", connector.catalogFeed().isPresent()));
        lines.add(row("inbound", connector.inboundEndpoint().isPresent()));
        lines.add(row("storefronts", Optional.of(words(profile.storefronts()))));
        lines.add(row("currencies", Optional.of(words(profile.currencies()))));
        return String.join("\n", lines) + "\n";
    }

    /** What is not claimed of the connector kit, each by its name there. */
    public static List<String> unclaimed(ChannelUnderTest channel) {
        List<String> names = new ArrayList<>();
        Set<Facet> facets = channel.facets();
        EnumSet.allOf(Facet.class).stream()
                .filter(facet -> !facets.contains(facet))
                .forEach(facet -> names.add(facet.name()));
        facets.stream()
                .filter(facet -> !channel.lookups().contains(facet))
                .forEach(facet -> names.add("lookup of " + facet));
        channel.lookups().stream()
                .filter(facet -> !channel.repeats().contains(facet))
                .forEach(facet -> names.add("repeats of " + facet));
        try (ChannelServer server = channel.start(new SettableClock(Instant.EPOCH))) {
            EnumSet.complementOf(EnumSet.copyOf(server.tells()))
                    .forEach((OrderDetail detail) -> names.add(detail.name()));
            EnumSet.complementOf(EnumSet.copyOf(server.scenarios()))
                    .forEach((Scenario scenario) -> names.add(scenario.name()));
            if (facets.contains(Facet.CATALOG_FEED)) {
                names.addAll(untold(server.offers()));
            }
        }
        return names;
    }

    private static List<String> untold(ScriptedOffers offers) {
        List<String> names = new ArrayList<>();
        EnumSet.complementOf(EnumSet.copyOf(offers.tells())).forEach((OfferDetail detail) -> names.add(detail.name()));
        if (!offers.tellsChanges()) {
            names.add("changes of offers");
        }
        return names;
    }

    private static String batch(int size) {
        return "up to " + size + " a call";
    }

    private static String row(String facet, boolean there) {
        return row(facet, there ? Optional.of("yes") : Optional.empty());
    }

    private static String row(String facet, Optional<String> how) {
        return "| " + facet + " | " + how.filter(text -> !text.isEmpty()).orElse("no") + " |";
    }

    private static String words(Collection<?> words) {
        return words.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}
