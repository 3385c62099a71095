package io.orderweave.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.error.FaultCategory;
import io.orderweave.store.EffectBacklog;
import io.orderweave.store.EffectQuery;
import io.orderweave.store.StoredEffect;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The clauses of {@link io.orderweave.store.EffectStore}. */
public abstract class EffectStoreTck extends StoreGroup {

    private static final String SUBJECT = "order/1";
    private static final EffectQuery ALL = EffectQuery.ALL.limit(100);

    @Test
    void getReturnsTheEffectAsItWasInserted() {
        StoredEffect effect = new StoredEffect(
                "order/1|invoice|final/1",
                SUBJECT,
                "invoice",
                Optional.of("channel-1"),
                "PLANNED",
                Optional.of(START.plusSeconds(60)),
                START,
                1,
                3,
                bytes("{\"name\":\"żółw 😀\"}"));

        insert(effect);

        assertThat(stores.effects().get(effect.key()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(effect);
    }

    @Test
    void keepsAnyCharacter() {
        StoredEffect effect = TestEffect.of("a\0b")
                .subject("order\0/1")
                .kind("\1kind")
                .connection("\0")
                .state("\1\2")
                .version(1)
                .build();

        insert(effect);

        assertThat(stores.effects().ofSubject("order\0/1"))
                .singleElement()
                .usingRecursiveComparison()
                .isEqualTo(effect);
        assertThat(stores.effects().counts()).containsOnlyKeys("\1\2");
    }

    @Test
    void keepsAnEffectWithoutConnectionAndDueTime() {
        insert(TestEffect.of("a").notDue());

        StoredEffect read = get("a");
        assertThat(read.connection()).isEmpty();
        assertThat(read.due()).isEmpty();
    }

    @Test
    void getReturnsEmptyForAnUnknownKey() {
        insert(TestEffect.of("a"));

        assertThat(stores.effects().get("b")).isEmpty();
        assertThat(stores.effects().get("A")).isEmpty();
        assertThat(stores.effects().get("a ")).isEmpty();
    }

    @Test
    void keepsMomentsToTheMicrosecond() {
        Instant nanos = Instant.parse("2026-03-01T10:00:00.123456789Z");
        insert(TestEffect.of("a").due(nanos).createdAt(nanos));

        Instant micros = Instant.parse("2026-03-01T10:00:00.123456Z");
        assertThat(get("a").due()).hasValue(micros);
        assertThat(get("a").createdAt()).isEqualTo(micros);
    }

    @Test
    void insertGivesVersionOneWhateverTheEffectCarries() {
        insert(TestEffect.of("a").version(17));

        assertThat(get("a").version()).isEqualTo(1);
    }

    @Test
    void insertIsRefusedWhenTheKeyExists() {
        insert(TestEffect.of("a").state("PLANNED"));

        StoredEffect again = TestEffect.of("a").state("DONE").subject("order/2").build();
        assertThat(stores.effects().insertIfAbsent(again)).isFalse();

        assertThat(get("a").state()).isEqualTo("PLANNED");
        assertThat(stores.effects().ofSubject("order/2")).isEmpty();
        assertThat(stores.effects().counts()).isEqualTo(Map.of("PLANNED", 1L));
    }

    @Test
    void aRefusedInsertDoesNotHurtTheTransaction() {
        insert(TestEffect.of("a"));

        inTransaction(() -> {
            assertThat(stores.effects().insertIfAbsent(TestEffect.of("a").build()))
                    .isFalse();
            insert(TestEffect.of("b"));
        });

        assertThat(stores.effects().get("b")).isPresent();
    }

    @Test
    void ofConcurrentInsertsOfAKeyExactlyOneSucceeds() {
        List<Boolean> outcomes = Concurrently.run(
                32,
                number -> stores.effects()
                        .insertIfAbsent(TestEffect.of("a").state("BY_" + number).build()));

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(get("a").state()).isEqualTo("BY_" + outcomes.indexOf(true));
    }

    @Test
    void insertAllWritesEveryEffectWithVersionOne() {
        assertThat(insertAll(TestEffect.of("a").version(17), TestEffect.of("b").subject("order/2")))
                .isEmpty();

        assertThat(get("a").version()).isEqualTo(1);
        assertThat(stores.effects().ofSubject("order/2"))
                .extracting(StoredEffect::key)
                .containsExactly("b");
    }

    @Test
    void insertAllNamesTheKeysThatExistAndWritesTheRest() {
        insert(TestEffect.of("a").state("DONE"));

        assertThat(insertAll(
                        TestEffect.of("a").subject("order/2"),
                        TestEffect.of("b").state("FIRST"),
                        TestEffect.of("b").state("SECOND"),
                        TestEffect.of("c")))
                .containsExactlyInAnyOrder("a", "b");

        assertThat(get("a").state()).isEqualTo("DONE");
        assertThat(get("b").state()).isEqualTo("FIRST");
        assertThat(stores.effects().get("c")).isPresent();
        assertThat(stores.effects().ofSubject("order/2")).isEmpty();
    }

    @Test
    void aRefusalOfInsertAllDoesNotHurtTheTransaction() {
        insert(TestEffect.of("a"));

        inTransaction(() -> {
            assertThat(stores.effects()
                            .insertAllIfAbsent(List.of(TestEffect.of("a").build())))
                    .containsExactly("a");
            insert(TestEffect.of("b"));
        });

        assertThat(stores.effects().get("b")).isPresent();
    }

    @Test
    void aRollbackTakesBackEveryEffectOfABatch() {
        rolledBack(() -> stores.effects()
                .insertAllIfAbsent(
                        List.of(TestEffect.of("a").build(), TestEffect.of("b").build())));

        assertThat(stores.effects().counts()).isEmpty();
    }

    @Test
    void insertAllTakesThousandsOfEffects() {
        List<StoredEffect> effects = IntStream.range(0, 3_000)
                .mapToObj(number -> TestEffect.of("effect-" + number).build())
                .toList();

        assertThat(inTransaction(() -> stores.effects().insertAllIfAbsent(effects)))
                .isEmpty();

        assertThat(stores.effects().counts()).isEqualTo(Map.of("PLANNED", 3_000L));
    }

    @Test
    void insertAllOfNothingRefusesNothing() {
        assertThat(insertAll()).isEmpty();
    }

    private Set<String> insertAll(TestEffect... effects) {
        return inTransaction(() -> stores.effects()
                .insertAllIfAbsent(Stream.of(effects).map(TestEffect::build).toList()));
    }

    @Test
    void lockDueReturnsEffectsDueAtOrBeforeNow() {
        insert(TestEffect.of("past").due(START.minusSeconds(1)));
        insert(TestEffect.of("now").due(START));
        insert(TestEffect.of("future").due(START.plus(Duration.ofNanos(1_000))));
        insert(TestEffect.of("never").notDue());

        assertThat(lockDue(10)).containsExactly("past", "now");
    }

    @Test
    void lockDueReturnsTheOldestFirstThenByKey() {
        insert(TestEffect.of("c").due(START.minusSeconds(1)));
        insert(TestEffect.of("b").due(START.minusSeconds(1)));
        insert(TestEffect.of("a").due(START));
        insert(TestEffect.of("d").due(Instant.parse("1969-07-20T20:17:40Z")));

        assertThat(lockDue(10)).containsExactly("d", "b", "c", "a");
    }

    @Test
    void lockDueReturnsAtMostTheLimit() {
        insert(TestEffect.of("a").due(START.minusSeconds(3)));
        insert(TestEffect.of("b").due(START.minusSeconds(2)));
        insert(TestEffect.of("c").due(START.minusSeconds(1)));

        assertThat(lockDue(2)).containsExactly("a", "b");
    }

    @Test
    void lockDueLeavesOutEffectsToTheNamedConnections() {
        insert(TestEffect.of("a").connection("channel-1").due(START));
        insert(TestEffect.of("b").connection("channel-2").due(START));
        insert(TestEffect.of("c").connection("channel-3").due(START));
        insert(TestEffect.of("d").due(START));

        assertThat(inTransaction(() -> keys(stores.effects().lockDue(START, 2, Set.of("channel-1", "channel-3")))))
                .containsExactly("b", "d");
    }

    @Test
    void lockDueSeesTheUpdatesOfItsTransaction() {
        insert(TestEffect.of("a").due(START));

        inTransaction(() -> {
            StoredEffect claimed = stores.effects().lockDue(START, 10, Set.of()).get(0);
            stores.effects().update(TestEffect.from(claimed).notDue().build());
            assertThat(stores.effects().lockDue(START, 10, Set.of())).isEmpty();
        });
    }

    @Test
    void lockDueRefusesToWorkOutsideATransaction() {
        insert(TestEffect.of("a").due(START));

        assertFault(FaultCategory.INVALID_REQUEST, () -> stores.effects().lockDue(START, 10, Set.of()));
    }

    @Test
    void lockDueGivesNoOtherTransactionTheSameEffects() {
        insert(TestEffect.of("a").due(START));
        OtherThread<List<String>> other = new OtherThread<>(() -> claimDue(10));

        inTransaction(() -> {
            assertThat(claimDue(10)).containsExactly("a");
            other.start();
            other.awaitFinishedOrBlocked();
        });

        assertThat(other.result()).isEmpty();
    }

    @Test
    void lockDueGivesTheEffectsOfARolledBackTransactionToOthers() {
        insert(TestEffect.of("a").due(START));

        rolledBack(() -> assertThat(claimDue(10)).containsExactly("a"));

        assertThat(elsewhere(() -> claimDue(10))).containsExactly("a");
    }

    @Test
    void claimsEachEffectOnce() {
        int effects = 320;
        inTransaction(() -> IntStream.range(0, effects)
                .forEach(number -> insert(TestEffect.of("effect-" + number).due(START.minusSeconds(number)))));

        List<List<String>> claimed = Concurrently.run(32, number -> claimUntilNoneIsDue());

        List<String> all = claimed.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(effects).doesNotHaveDuplicates();
        assertThat(stores.effects().counts()).isEqualTo(Map.of("CLAIMED", (long) effects));
    }

    @Test
    void updateReplacesAllButTheIdentity() {
        insert(TestEffect.of("a"));
        StoredEffect update = new StoredEffect(
                "a",
                "order/other",
                "other",
                Optional.of("channel-2"),
                "ACCEPTED",
                Optional.of(START.plusSeconds(5)),
                START.plusSeconds(99),
                1,
                9,
                bytes("{\"handle\":7}"));

        assertThat(stores.effects().update(update)).isTrue();

        StoredEffect expected = new StoredEffect(
                "a",
                SUBJECT,
                "invoice",
                update.connection(),
                update.state(),
                update.due(),
                START,
                2,
                update.schema(),
                update.json());
        assertThat(get("a")).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void versionGrowsByOneWithEachUpdate() {
        insert(TestEffect.of("a"));

        for (long version = 1; version <= 3; version++) {
            assertThat(stores.effects()
                            .update(TestEffect.of("a").version(version).build()))
                    .isTrue();
        }

        assertThat(get("a").version()).isEqualTo(4);
    }

    @Test
    void updateRefusesAStaleVersion() {
        insert(TestEffect.of("a"));
        stores.effects().update(TestEffect.of("a").version(1).state("CLAIMED").build());

        assertThat(stores.effects()
                        .update(TestEffect.of("a").version(1).state("LOST").build()))
                .isFalse();

        assertThat(get("a").state()).isEqualTo("CLAIMED");
        assertThat(get("a").version()).isEqualTo(2);
    }

    @Test
    void updateRefusesAVersionOfTheFuture() {
        insert(TestEffect.of("a"));

        assertThat(stores.effects().update(TestEffect.of("a").version(2).build()))
                .isFalse();
    }

    @Test
    void updateRefusesAnAbsentEffect() {
        assertThat(stores.effects().update(TestEffect.of("a").version(1).build()))
                .isFalse();

        assertThat(stores.effects().get("a")).isEmpty();
    }

    @Test
    void ofConcurrentUpdatesFromAVersionExactlyOneSucceeds() {
        insert(TestEffect.of("a"));

        List<Boolean> outcomes = Concurrently.run(
                16,
                number -> stores.effects()
                        .update(TestEffect.of("a")
                                .version(1)
                                .state("BY_" + number)
                                .build()));

        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(get("a").state()).isEqualTo("BY_" + outcomes.indexOf(true));
    }

    @Test
    void ofSubjectReturnsEveryEffectByCreationThenKey() {
        insert(TestEffect.of("c").createdAt(START));
        insert(TestEffect.of("b").createdAt(START));
        insert(TestEffect.of("a").createdAt(START.plusSeconds(1)));
        insert(TestEffect.of("d").createdAt(START.minusSeconds(1)));

        assertThat(stores.effects().ofSubject(SUBJECT))
                .extracting(StoredEffect::key)
                .containsExactly("d", "b", "c", "a");
    }

    @Test
    void ofSubjectReturnsOnlyTheSubject() {
        insert(TestEffect.of("a"));
        insert(TestEffect.of("b").subject("order/10"));
        insert(TestEffect.of("c").subject("Order/1"));

        assertThat(stores.effects().ofSubject(SUBJECT))
                .extracting(StoredEffect::key)
                .containsExactly("a");
        assertThat(stores.effects().ofSubject("order/2")).isEmpty();
    }

    @Test
    void findReturnsEffectsByCreationThenKey() {
        insert(TestEffect.of("\uE000").createdAt(START));
        insert(TestEffect.of("😀").createdAt(START));
        insert(TestEffect.of("b").createdAt(START));
        insert(TestEffect.of("B").createdAt(START));
        insert(TestEffect.of("a").createdAt(START.plusSeconds(1)));

        assertThat(find(ALL)).containsExactly("B", "b", "\uE000", "😀", "a");
    }

    @Test
    void emptySetsDoNotFilter() {
        insert(TestEffect.of("a").state("DONE").kind("invoice").connection("channel-1"));
        insert(TestEffect.of("b").state("PLANNED").kind("mail"));

        assertThat(find(ALL)).containsExactly("a", "b");
    }

    @Test
    void findFiltersByStates() {
        insert(TestEffect.of("a").state("DONE"));
        insert(TestEffect.of("b").state("PLANNED"));
        insert(TestEffect.of("c").state("IN_DOUBT"));

        assertThat(find(ALL.inStates(Set.of("DONE", "IN_DOUBT")))).containsExactly("a", "c");
    }

    @Test
    void findFiltersByKinds() {
        insert(TestEffect.of("a").kind("invoice"));
        insert(TestEffect.of("b").kind("label"));

        assertThat(find(ALL.ofKinds(Set.of("label")))).containsExactly("b");
    }

    @Test
    void findFiltersByConnection() {
        insert(TestEffect.of("a").connection("channel-1"));
        insert(TestEffect.of("b").connection("channel-2"));
        insert(TestEffect.of("c"));

        assertThat(find(ALL.to("channel-1"))).containsExactly("a");
    }

    @Test
    void findFiltersByCreation() {
        insert(TestEffect.of("a").createdAt(START.minus(1, ChronoUnit.MICROS)));
        insert(TestEffect.of("b").createdAt(START));

        assertThat(find(ALL.createdBefore(START))).containsExactly("a");
        assertThat(find(ALL.createdBefore(START.plus(1, ChronoUnit.MICROS)))).containsExactly("a", "b");
    }

    @Test
    void everyFilterMustHold() {
        insert(TestEffect.of("a").state("DONE").kind("label").connection("channel-1"));
        insert(TestEffect.of("b").state("DONE").kind("label").connection("channel-2"));
        insert(TestEffect.of("c").state("DONE").kind("mail").connection("channel-1"));
        insert(TestEffect.of("d").state("PLANNED").kind("label").connection("channel-1"));
        insert(TestEffect.of("e")
                .state("DONE")
                .kind("label")
                .connection("channel-1")
                .createdAt(START.plusSeconds(1)));

        assertThat(find(ALL.inStates(Set.of("DONE"))
                        .ofKinds(Set.of("label"))
                        .to("channel-1")
                        .createdBefore(START.plusSeconds(1))))
                .containsExactly("a");
    }

    @Test
    void findContinuesBehindTheLastKeyOfThePageBefore() {
        for (int number = 0; number < 7; number++) {
            insert(TestEffect.of("effect-" + number).createdAt(START.plusSeconds(number / 3)));
        }

        List<String> all = new ArrayList<>();
        List<String> page = find(page(Optional.empty()));
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(2);
            all.addAll(page);
            assertThat(all).as("the pages repeat").doesNotHaveDuplicates();
            page = find(page(Optional.of(page.get(page.size() - 1))));
        }

        assertThat(all)
                .containsExactly("effect-0", "effect-1", "effect-2", "effect-3", "effect-4", "effect-5", "effect-6");
    }

    @Test
    void findReturnsNoneBehindAnUnknownKey() {
        insert(TestEffect.of("b"));

        assertThat(find(page(Optional.of("a")))).isEmpty();
    }

    @Test
    void countsEffectsByState() {
        insert(TestEffect.of("a").state("DONE"));
        insert(TestEffect.of("b").state("PLANNED"));
        insert(TestEffect.of("c").state("PLANNED"));

        assertThat(stores.effects().counts()).containsEntry("DONE", 1L).containsEntry("PLANNED", 2L);
    }

    @Test
    void countsNothingInAnEmptyLedger() {
        assertThat(stores.effects().counts().values()).allMatch(count -> count == 0);
    }

    @Test
    void backlogCountsByKindConnectionAndState() {
        insert(TestEffect.of("a").kind("mail").state("PLANNED"));
        insert(TestEffect.of("b").kind("mail").state("PLANNED").createdAt(START.minusSeconds(2)));
        insert(TestEffect.of("c").kind("mail").state("PLANNED").connection("channel-1"));
        insert(TestEffect.of("d").kind("label").state("PLANNED"));
        insert(TestEffect.of("e").kind("mail").state("IN_DOUBT"));
        insert(TestEffect.of("f").kind("mail").state("DONE"));

        assertThat(stores.effects().backlog(Set.of("PLANNED", "IN_DOUBT")))
                .containsExactlyInAnyOrder(
                        new EffectBacklog("mail", Optional.empty(), "PLANNED", 2, START.minusSeconds(2)),
                        new EffectBacklog("mail", Optional.of("channel-1"), "PLANNED", 1, START),
                        new EffectBacklog("label", Optional.empty(), "PLANNED", 1, START),
                        new EffectBacklog("mail", Optional.empty(), "IN_DOUBT", 1, START));
    }

    @Test
    void backlogOfNoStatesIsEmpty() {
        insert(TestEffect.of("a"));

        assertThat(stores.effects().backlog(Set.of())).isEmpty();
    }

    @Test
    void nextDueIsTheEarliestOfAll() {
        insert(TestEffect.of("a").due(START.plusSeconds(2)));
        insert(TestEffect.of("b").due(START.plusSeconds(1)));
        insert(TestEffect.of("c").notDue());

        assertThat(stores.effects().nextDue()).hasValue(START.plusSeconds(1));
    }

    @Test
    void nextDueIsEmptyWhenNothingIsEverDue() {
        insert(TestEffect.of("a").notDue());

        assertThat(stores.effects().nextDue()).isEmpty();
    }

    @Test
    void nextDueFollowsUpdates() {
        insert(TestEffect.of("a").due(START));

        stores.effects().update(TestEffect.of("a").version(1).notDue().build());

        assertThat(stores.effects().nextDue()).isEmpty();
    }

    private static EffectQuery page(Optional<String> after) {
        return after.map(ALL::after).orElse(ALL).limit(2);
    }

    private void insert(TestEffect effect) {
        insert(effect.build());
    }

    private void insert(StoredEffect effect) {
        assertThat(stores.effects().insertIfAbsent(effect)).isTrue();
    }

    private StoredEffect get(String key) {
        return stores.effects().get(key).orElseThrow();
    }

    private List<String> find(EffectQuery query) {
        return stores.effects().find(query).stream().map(StoredEffect::key).toList();
    }

    private List<String> lockDue(int limit) {
        return inTransaction(() -> keys(stores.effects().lockDue(START, limit, Set.of())));
    }

    /** As the runner claims: lock, then mark, in one transaction. */
    private List<String> claimDue(int limit) {
        return inTransaction(() -> {
            List<StoredEffect> due = stores.effects().lockDue(START, limit, Set.of());
            for (StoredEffect effect : due) {
                assertThat(stores.effects()
                                .update(TestEffect.from(effect)
                                        .state("CLAIMED")
                                        .notDue()
                                        .build()))
                        .isTrue();
            }
            return keys(due);
        });
    }

    /** Gives up when it gets nothing again and again: others hold the rest, or the store never hands it out. */
    private List<String> claimUntilNoneIsDue() {
        List<String> mine = new ArrayList<>();
        int inVain = 0;
        while (inVain < 1_000 && stores.effects().nextDue().isPresent()) {
            List<String> claimed = claimDue(3);
            mine.addAll(claimed);
            inVain = claimed.isEmpty() ? inVain + 1 : 0;
        }
        return mine;
    }

    private static List<String> keys(List<StoredEffect> effects) {
        return effects.stream().map(StoredEffect::key).toList();
    }
}
