package io.orderweave.tck;

import io.orderweave.error.OrderweaveException;
import io.orderweave.error.StaleVersionException;
import io.orderweave.store.JournalRow;
import io.orderweave.store.JournalStore;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Journals that lose, reorder or mix up entries. */
final class WrongJournals {

    private WrongJournals() {}

    static List<WrongAdapter> all() {
        return List.of(
                wrong(
                        "stale ignored",
                        "an entry whose sequence is taken is dropped silently",
                        WrongJournals::dropsStale),
                wrong(
                        "taken id ignored",
                        "an entry whose id is taken is dropped silently",
                        WrongJournals::dropsTakenIds),
                wrong("row by row", "each entry of a batch is committed by itself", WrongJournals::appendsRowByRow),
                wrong(
                        "textual sequence",
                        "entries are sorted by the text of their sequence",
                        WrongJournals::sortsTexts),
                wrong(
                        "case-folding subjects",
                        "subjects are compared without regard to case",
                        WrongJournals::foldsSubjects),
                wrong("lost micros", "moments are kept to the millisecond", WrongJournals::keepsMillis),
                wrong("snapshot below", "the snapshot at the sequence itself is not found", WrongJournals::looksBelow),
                wrong("count for sequence", "the last sequence is the number of entries", WrongJournals::countsEntries),
                wrong("from is exclusive", "reading begins behind the sequence asked for", WrongJournals::startsBehind),
                wrong(
                        "replaced by a new entry",
                        "a replaced entry loses its cause and its snapshot",
                        WrongJournals::forgetsAllButTheJson),
                wrong("replace of the unknown", "a replace always says that it wrote", WrongJournals::alwaysReplaced),
                wrong("removed by prefix", "a removal takes subjects that begin alike", WrongJournals::removesAlike),
                wrong("removed for ever", "a removed sequence stays taken", WrongJournals::keepsSequences));
    }

    private static WrongAdapter wrong(String name, String does, UnaryOperator<JournalStore> fault) {
        return new WrongAdapter(name, does, KitGroup.JOURNAL, right -> right.with(fault.apply(right.journal())));
    }

    private static JournalStore dropsStale(JournalStore right) {
        return new ForwardingJournalStore(right) {
            @Override
            public void append(List<JournalRow> rows) {
                try {
                    super.append(rows);
                } catch (StaleVersionException e) {
                    // the fault: the caller takes the entry for written
                }
            }
        };
    }

    private static JournalStore dropsTakenIds(JournalStore right) {
        return new ForwardingJournalStore(right) {
            @Override
            public void append(List<JournalRow> rows) {
                try {
                    super.append(rows);
                } catch (StaleVersionException e) {
                    throw e;
                } catch (OrderweaveException e) {
                    // the fault: the caller takes the entry for written
                }
            }
        };
    }

    private static JournalStore appendsRowByRow(JournalStore right) {
        return new ForwardingJournalStore(right) {
            @Override
            public void append(List<JournalRow> rows) {
                rows.forEach(row -> super.append(List.of(row)));
            }
        };
    }

    private static JournalStore sortsTexts(JournalStore right) {
        return new ForwardingJournalStore(right) {
            @Override
            public List<JournalRow> read(String subject, long from, int limit) {
                return super.read(subject, from, limit).stream()
                        .sorted(Comparator.comparing(row -> Long.toString(row.sequence())))
                        .toList();
            }
        };
    }

    private static JournalStore foldsSubjects(JournalStore right) {
        return new ForwardingJournalStore(right) {
            private static final List<UnaryOperator<String>> SPELLINGS =
                    List.of(subject -> subject, WrongJournals::capitalised);

            @Override
            public List<JournalRow> read(String subject, long from, int limit) {
                return SPELLINGS.stream()
                        .flatMap(spelling -> super.read(spelling.apply(subject), from, limit).stream())
                        .limit(limit)
                        .toList();
            }
        };
    }

    private static String capitalised(String subject) {
        return subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1);
    }

    private static JournalStore keepsMillis(JournalStore right) {
        return new ForwardingJournalStore(right) {
            @Override
            public void append(List<JournalRow> rows) {
                super.append(rows.stream().map(WrongJournals::toTheMillisecond).toList());
            }
        };
    }

    private static JournalRow toTheMillisecond(JournalRow row) {
        return new JournalRow(
                row.id(),
                row.subject(),
                row.sequence(),
                row.at().truncatedTo(ChronoUnit.MILLIS),
                row.event(),
                row.cause(),
                row.snapshot(),
                row.json());
    }

    private static JournalStore looksBelow(JournalStore right) {
        return new ForwardingJournalStore(right) {
            @Override
            public Optional<JournalRow> lastSnapshot(String subject, long sequence) {
                return super.lastSnapshot(subject, sequence - 1);
            }
        };
    }

    private static JournalStore countsEntries(JournalStore right) {
        return new ForwardingJournalStore(right) {
            @Override
            public long lastSequence(String subject) {
                return read(subject, 1, Integer.MAX_VALUE).size();
            }
        };
    }

    /** As a delete followed by an insert of what the author remembered. */
    private static JournalStore forgetsAllButTheJson(JournalStore right) {
        return new ForwardingJournalStore(right) {
            private final Set<String> replaced = ConcurrentHashMap.newKeySet();

            @Override
            public boolean replace(String id, byte[] json) {
                replaced.add(id);
                return super.replace(id, json);
            }

            @Override
            public Optional<JournalRow> get(String id) {
                return super.get(id)
                        .map(row -> replaced.contains(id)
                                ? new JournalRow(
                                        row.id(),
                                        row.subject(),
                                        row.sequence(),
                                        row.at(),
                                        row.event(),
                                        Optional.empty(),
                                        false,
                                        row.json())
                                : row);
            }
        };
    }

    private static JournalStore alwaysReplaced(JournalStore right) {
        return new ForwardingJournalStore(right) {
            @Override
            public boolean replace(String id, byte[] json) {
                super.replace(id, json);
                return true;
            }
        };
    }

    /** As {@code LIKE 'order/1%'}. */
    private static JournalStore removesAlike(JournalStore right) {
        return new ForwardingJournalStore(right) {
            private final Set<String> subjects = ConcurrentHashMap.newKeySet();

            @Override
            public void append(List<JournalRow> rows) {
                super.append(rows);
                rows.forEach(row -> subjects.add(row.subject()));
            }

            @Override
            public void remove(String subject) {
                subjects.stream().filter(known -> known.startsWith(subject)).forEach(super::remove);
            }
        };
    }

    private static JournalStore keepsSequences(JournalStore right) {
        return new ForwardingJournalStore(right) {
            private final Set<String> removed = ConcurrentHashMap.newKeySet();

            @Override
            public void append(List<JournalRow> rows) {
                rows.stream().map(JournalRow::subject).filter(removed::contains).forEach(subject -> {
                    throw new StaleVersionException(subject);
                });
                super.append(rows);
            }

            @Override
            public void remove(String subject) {
                super.remove(subject);
                removed.add(subject);
            }
        };
    }

    private static JournalStore startsBehind(JournalStore right) {
        return new ForwardingJournalStore(right) {
            @Override
            public List<JournalRow> read(String subject, long from, int limit) {
                return super.read(subject, from + 1, limit);
            }
        };
    }
}
