package io.orderweave.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.OrderHub;
import io.orderweave.document.Seller;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.event.Actor;
import io.orderweave.id.SellerId;
import io.orderweave.mapping.MappingSet;
import io.orderweave.party.Party;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.RuleSets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people at two nodes put versions in force at the same moment: each version is one set, and neither's part is lost. */
class VersionsOnNodesTest {

    private static final Actor ANNA = Actor.operator("anna");
    private static final String PREFIX = "versions_";
    private static final int TIMES = 15;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void holdsOnPostgres() throws Exception {
        TwoNodes.onPostgres(PREFIX, this::holds);
    }

    @Test
    void holdsOnOneSqliteFile() throws Exception {
        TwoNodes.onOneSqliteFile(folder, this::holds);
    }

    private void holds(JdbcStores storesOfOne, JdbcStores storesOfTwo, Clock clock) throws Exception {
        try (OrderHub one = hub(storesOfOne, clock, "one");
                OrderHub two = hub(storesOfTwo, clock, "two")) {
            for (int version = 2; version < 2 + TIMES; version++) {
                oneOfTwoRuleSetsIsThatVersion(one, two, version);
            }
            for (int version = 1; version <= TIMES; version++) {
                rulesAndMappingsBothComeIntoForce(one, two, 1 + TIMES + version, version);
            }
        }
    }

    private void oneOfTwoRuleSetsIsThatVersion(OrderHub one, OrderHub two, int version) throws Exception {
        RuleSet ofOne = rules(version, "one");
        RuleSet ofTwo = rules(version, "two");

        List<Optional<RuleSet>> applied = together(() -> unlessTooLate(one, ofOne), () -> unlessTooLate(two, ofTwo));

        List<RuleSet> inForce = applied.stream().flatMap(Optional::stream).toList();
        assertThat(inForce).as("version " + version).hasSize(1);
        assertThat(List.of(one.rules().current(), two.rules().current()))
                .containsOnly(inForce.get(0))
                .containsOnly(one.rules().version(version).orElseThrow());
    }

    private void rulesAndMappingsBothComeIntoForce(OrderHub one, OrderHub two, int rules, int mappings)
            throws Exception {
        together(
                () -> one.rules().apply(rules(rules, "one"), ANNA, "more"),
                () -> two.mappings()
                        .apply(MappingSet.builder().version(mappings).build(), ANNA, "more"));

        for (OrderHub node : List.of(one, two)) {
            assertThat(node.rules().current().version()).isEqualTo(rules);
            assertThat(node.mappings().current().version()).isEqualTo(mappings);
        }
    }

    private static Optional<RuleSet> unlessTooLate(OrderHub node, RuleSet rules) {
        try {
            return Optional.of(node.rules().apply(rules, ANNA, "mine is better"));
        } catch (OrderweaveException e) {
            assertThat(e.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION);
            return Optional.empty();
        }
    }

    /** What both give that begin at the same time. */
    private <T> List<T> together(Callable<? extends T> first, Callable<? extends T> second) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<T>> begun = new ArrayList<>();
        for (Callable<? extends T> each : List.<Callable<? extends T>>of(first, second)) {
            begun.add(threads.submit(() -> {
                start.await(20, TimeUnit.SECONDS);
                return each.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : begun) {
            results.add(each.get(60, TimeUnit.SECONDS));
        }
        return results;
    }

    private static OrderHub hub(JdbcStores stores, Clock clock, String node) {
        return OrderHub.builder()
                .stores(stores)
                .clock(clock)
                .node(node)
                .seller(Seller.builder()
                        .id(new SellerId("shop"))
                        .profile(Party.builder().company("Shop").build())
                        .zone(ZoneId.of("Europe/Prague"))
                        .language(Locale.ENGLISH)
                        .vatPayer(false)
                        .build())
                .rules(rules(1, "first"))
                .build();
    }

    private static RuleSet rules(int version, String author) {
        return RuleSets.parse("""
                {"version": %d, "rules": [{"id": "by-%s", "on": "order.placed", "then": [{"do": "add-tag", "tag": "%s"}]}]}""".formatted(version, author, author));
    }
}
