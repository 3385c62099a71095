package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a list page by page along {@code links.next}. That address is the other side's word: it must be on the shop's own host, and
 * even then only its query is taken, so that the API key goes nowhere else.
 */
final class MerchantProPages {

    private static final int LONGEST_QUERY = 2_000;

    private final Function<Map<String, String>, Reply<RawJson>> list;
    private final String shop;
    private final String include;

    /**
     * @param list asks for the list with that query
     * @param shop its host and port
     * @param include the parts of a row that are only shown on demand
     */
    MerchantProPages(Function<Map<String, String>, Reply<RawJson>> list, String shop, String include) {
        this.list = list;
        this.shop = shop;
        this.include = include;
    }

    /**
     * One page.
     *
     * @param next the query of the next one
     */
    record Page(List<RawJson> rows, Optional<String> next) {}

    /** What the shop says to a query for the first page; a refusal is an answer. */
    Reply<RawJson> first(Map<String, String> filter, int size) {
        Map<String, String> query = new LinkedHashMap<>(filter);
        query.put("include", include);
        query.put("start", "0");
        query.put("limit", Integer.toString(size));
        return list.apply(query);
    }

    /** The page of that query of an earlier page's {@code next}; empty when the shop refuses it. */
    Optional<Page> follow(String query) {
        Map<String, String> parameters = parse(query);
        // A shop that left it out of its link would send orders without lines.
        parameters.putIfAbsent("include", include);
        if (!(list.apply(parameters) instanceof Reply.Done<RawJson> done)) {
            return Optional.empty();
        }
        Page page = page(done.body());
        if (page.next().filter(query::equals).isPresent()) {
            throw contract("links.next leads to the page it is on");
        }
        return Optional.of(page);
    }

    Page page(RawJson answer) {
        if (!answer.hasArray("data")) {
            // An answer without a list is no empty list: a checkpoint must not pass what was not shown.
            throw contract("the answer has no list in $.data");
        }
        String next = answer.part("meta")
                .flatMap(meta -> meta.part("links"))
                .map(links -> links.text("next"))
                .orElse("");
        return new Page(answer.elements("data"), next.isEmpty() ? Optional.empty() : query(next));
    }

    private Optional<String> query(String link) {
        URI next;
        try {
            next = new URI(link);
        } catch (URISyntaxException e) {
            throw contract("links.next is not an address");
        }
        String host = next.getRawAuthority();
        if (host != null && !host.equalsIgnoreCase(shop)) {
            throw contract("links.next leads to another host");
        }
        String query = next.getRawQuery();
        if (query == null || query.length() > LONGEST_QUERY) {
            throw contract("links.next has no query, or one of more than " + LONGEST_QUERY + " characters");
        }
        return Optional.of(query);
    }

    private static Map<String, String> parse(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private static OutsideFault contract(String what) {
        return OutsideFault.of(FaultCategory.CONTRACT, Reached.NO, "merchantpro: " + what)
                .build();
    }
}
