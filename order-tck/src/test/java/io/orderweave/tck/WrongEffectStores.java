package io.orderweave.tck;

import io.orderweave.store.EffectBacklog;
import io.orderweave.store.EffectQuery;
import io.orderweave.store.EffectStore;
import io.orderweave.store.StoredEffect;
import io.orderweave.store.Transactor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ledgers by which an effect would happen twice, or never. */
final class WrongEffectStores {

    private WrongEffectStores() {}

    static List<WrongAdapter> all() {
        return List.of(
                wrong(
                        "check, then insert",
                        "whether the key is free is asked before the insert, not by it",
                        right -> checksThenInserts(right, new RaceWindow())),
                wrong("planned again", "an insert overwrites the effect that is there", WrongEffectStores::upserts),
                wrong(
                        "batch planned again",
                        "a batch overwrites the effect that is there",
                        WrongEffectStores::upsertsAll),
                wrong("refusals unnamed", "no refusal of a batch is told", WrongEffectStores::namesNoRefusal),
                wrong("batch ends early", "a batch ends with the first refusal", WrongEffectStores::endsEarly),
                wrong(
                        "claim twice",
                        "`lockDue` reads without a lock: what one took another gets",
                        WrongEffectStores::claimsTwice),
                wrong("lost update", "an update does not look at the version", WrongEffectStores::losesUpdates),
                wrong("case-folding keys", "keys are compared without regard to case", WrongEffectStores::foldsKeys),
                new WrongAdapter(
                        "claim outside a transaction",
                        "`lockDue` opens a transaction of its own, whose locks end with it",
                        KitGroup.EFFECTS,
                        right -> right.with(locksAnywhere(right.effects(), right.transactor()))),
                wrong("due too late", "an effect is due only after its moment", WrongEffectStores::waitsAMicrosecond),
                wrong("due by key", "due effects come by key, not the oldest first", WrongEffectStores::sortsByKey),
                wrong("limit forgotten", "`lockDue` returns all that is due", WrongEffectStores::forgetsTheLimit),
                wrong(
                        "busy connection forgotten",
                        "`lockDue` returns effects to connections it was told to leave out",
                        WrongEffectStores::forgetsTheExceptions),
                wrong("age in seconds", "`createdBefore` goes by whole seconds", WrongEffectStores::roundsTheAge),
                wrong(
                        "backlog of everything",
                        "`backlog` counts effects in every state",
                        WrongEffectStores::countsEverything),
                wrong("lost micros", "due times are kept to the millisecond", WrongEffectStores::keepsMillis),
                wrong(
                        "any effect's due",
                        "`nextDue` is that of the first effect instead of the earliest",
                        WrongEffectStores::takesTheFirst),
                wrong("due from a cache", "`nextDue` does not notice updates", WrongEffectStores::cachesNextDue),
                wrong(
                        "page from its last",
                        "a page repeats the last effect of the page before",
                        WrongEffectStores::repeatsTheLast),
                wrong("page from the start", "behind an unknown key a page begins anew", WrongEffectStores::beginsAnew),
                wrong(
                        "filters alternate",
                        "a filter by state switches the filter by connection off",
                        WrongEffectStores::dropsConnection));
    }

    private static WrongAdapter wrong(String name, String does, UnaryOperator<EffectStore> fault) {
        return new WrongAdapter(name, does, KitGroup.EFFECTS, right -> right.with(fault.apply(right.effects())));
    }

    private static EffectStore checksThenInserts(EffectStore right, RaceWindow window) {
        return new ForwardingEffectStore(right) {
            @Override
            public boolean insertIfAbsent(StoredEffect effect) {
                if (get(effect.key()).isPresent()) {
                    return false;
                }
                window.await();
                return super.insertIfAbsent(effect) || get(effect.key()).isPresent();
            }
        };
    }

    private static EffectStore upserts(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public boolean insertIfAbsent(StoredEffect effect) {
                return get(effect.key())
                        .map(present -> update(TestEffect.from(effect)
                                .version(present.version())
                                .build()))
                        .orElseGet(() -> super.insertIfAbsent(effect));
            }
        };
    }

    private static EffectStore upsertsAll(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public Set<String> insertAllIfAbsent(List<StoredEffect> effects) {
                for (StoredEffect effect : effects) {
                    get(effect.key())
                            .ifPresent(present -> update(TestEffect.from(effect)
                                    .version(present.version())
                                    .build()));
                }
                return super.insertAllIfAbsent(effects);
            }
        };
    }

    private static EffectStore namesNoRefusal(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public Set<String> insertAllIfAbsent(List<StoredEffect> effects) {
                super.insertAllIfAbsent(effects);
                return Set.of();
            }
        };
    }

    private static EffectStore endsEarly(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public Set<String> insertAllIfAbsent(List<StoredEffect> effects) {
                for (StoredEffect effect : effects) {
                    if (!insertIfAbsent(effect)) {
                        return Set.of(effect.key());
                    }
                }
                return Set.of();
            }
        };
    }

    private static EffectStore claimsTwice(EffectStore right) {
        return new ForwardingEffectStore(right) {
            private final Map<String, Thread> claimed = new ConcurrentHashMap<>();

            @Override
            public List<StoredEffect> lockDue(Instant now, int limit, Set<String> exceptConnections) {
                List<StoredEffect> due = super.lockDue(now, limit, exceptConnections);
                List<StoredEffect> ofOthers = claimed.entrySet().stream()
                        .filter(claim -> claim.getValue() != Thread.currentThread())
                        .flatMap(claim -> get(claim.getKey()).stream())
                        .toList();
                ofOthers.forEach(effect -> claimed.remove(effect.key()));
                due.forEach(effect -> claimed.put(effect.key(), Thread.currentThread()));
                return Stream.concat(ofOthers.stream(), due.stream())
                        .distinct()
                        .limit(limit)
                        .toList();
            }
        };
    }

    private static EffectStore losesUpdates(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public boolean update(StoredEffect effect) {
                return get(effect.key())
                        .map(present -> super.update(TestEffect.from(effect)
                                .version(present.version())
                                .build()))
                        .orElse(false);
            }
        };
    }

    private static EffectStore foldsKeys(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public Optional<StoredEffect> get(String key) {
                return super.get(key).or(() -> super.get(key.toLowerCase(Locale.ROOT)));
            }
        };
    }

    private static EffectStore locksAnywhere(EffectStore right, Transactor transactor) {
        return new ForwardingEffectStore(right) {
            @Override
            public List<StoredEffect> lockDue(Instant now, int limit, Set<String> exceptConnections) {
                return transactor.inTransaction(() -> super.lockDue(now, limit, exceptConnections));
            }
        };
    }

    private static EffectStore waitsAMicrosecond(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public List<StoredEffect> lockDue(Instant now, int limit, Set<String> exceptConnections) {
                return super.lockDue(now.minus(1, ChronoUnit.MICROS), limit, exceptConnections);
            }
        };
    }

    private static EffectStore sortsByKey(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public List<StoredEffect> lockDue(Instant now, int limit, Set<String> exceptConnections) {
                return super.lockDue(now, 10_000, exceptConnections).stream()
                        .sorted(Comparator.comparing(StoredEffect::key))
                        .limit(limit)
                        .toList();
            }
        };
    }

    private static EffectStore forgetsTheLimit(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public List<StoredEffect> lockDue(Instant now, int limit, Set<String> exceptConnections) {
                return super.lockDue(now, 10_000, exceptConnections);
            }
        };
    }

    private static EffectStore forgetsTheExceptions(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public List<StoredEffect> lockDue(Instant now, int limit, Set<String> exceptConnections) {
                return super.lockDue(now, limit, Set.of());
            }
        };
    }

    private static EffectStore roundsTheAge(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public List<StoredEffect> find(EffectQuery query) {
                return super.find(query.createdBefore()
                        .map(moment ->
                                query.createdBefore(moment.plusMillis(999).truncatedTo(ChronoUnit.SECONDS)))
                        .orElse(query));
            }
        };
    }

    private static EffectStore countsEverything(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public List<EffectBacklog> backlog(Set<String> states) {
                return super.backlog(counts().keySet());
            }
        };
    }

    private static EffectStore keepsMillis(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public boolean insertIfAbsent(StoredEffect effect) {
                return super.insertIfAbsent(effect.due()
                        .map(due -> TestEffect.from(effect)
                                .due(due.truncatedTo(ChronoUnit.MILLIS))
                                .build())
                        .orElse(effect));
            }
        };
    }

    private static EffectStore takesTheFirst(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public Optional<Instant> nextDue() {
                return find(EffectQuery.ALL).stream()
                        .flatMap(effect -> effect.due().stream())
                        .findFirst();
            }
        };
    }

    private static EffectStore cachesNextDue(EffectStore right) {
        return new ForwardingEffectStore(right) {
            private volatile Optional<Instant> cached = Optional.empty();

            @Override
            public boolean insertIfAbsent(StoredEffect effect) {
                boolean inserted = super.insertIfAbsent(effect);
                cached = super.nextDue();
                return inserted;
            }

            @Override
            public Optional<Instant> nextDue() {
                return cached;
            }
        };
    }

    private static EffectStore repeatsTheLast(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public List<StoredEffect> find(EffectQuery query) {
                return Stream.concat(query.after().flatMap(this::get).stream(), super.find(query).stream())
                        .limit(query.limit())
                        .toList();
            }
        };
    }

    private static EffectStore beginsAnew(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public List<StoredEffect> find(EffectQuery query) {
                return super.find(query.after().flatMap(this::get).isPresent() ? query : fromTheStart(query));
            }

            private static EffectQuery fromTheStart(EffectQuery query) {
                return new EffectQuery(
                        query.states(),
                        query.kinds(),
                        query.connection(),
                        query.createdBefore(),
                        Optional.empty(),
                        query.limit());
            }
        };
    }

    private static EffectStore dropsConnection(EffectStore right) {
        return new ForwardingEffectStore(right) {
            @Override
            public List<StoredEffect> find(EffectQuery query) {
                return super.find(query.states().isEmpty() ? query : ofAnyConnection(query));
            }

            private static EffectQuery ofAnyConnection(EffectQuery query) {
                return new EffectQuery(
                        query.states(),
                        query.kinds(),
                        Optional.empty(),
                        query.createdBefore(),
                        query.after(),
                        query.limit());
            }
        };
    }
}
