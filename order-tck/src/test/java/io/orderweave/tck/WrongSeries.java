package io.orderweave.tck;

import io.orderweave.store.SeriesStore;
import io.orderweave.store.Transactor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Series with gaps, duplicates and foreign numbers. */
final class WrongSeries {

    private WrongSeries() {}

    static List<WrongAdapter> all() {
        return List.of(
                wrong(
                        "gap on rollback",
                        "a rollback does not give the number back, as with a SQL sequence",
                        WrongSeries::gaps),
                wrong(
                        "numbers in blocks",
                        "a thread takes ten numbers at once and spends them later",
                        right -> right.with(new Blocks(right.series()))),
                wrong(
                        "number outside a transaction",
                        "`next` opens a transaction of its own",
                        right -> right.with(spendsAnywhere(right.series(), right.transactor()))),
                wrongStore("32 bits", "numbers beyond two thousand million are cut", WrongSeries::narrows),
                wrongStore(
                        "case-folding counters",
                        "counters are compared without regard to case",
                        WrongSeries::foldsCounters),
                wrongStore("first is one", "the first number asked for is ignored", WrongSeries::startsAtOne),
                wrongStore("lowering", "`raiseTo` lowers a counter too", Lowering::new),
                wrongStore(
                        "raise of the unknown ignored",
                        "`raiseTo` leaves a counter alone that was never used",
                        WrongSeries::raisesOnlyUsed),
                wrongStore("last is next", "`last` tells the number to come", WrongSeries::tellsTheNext));
    }

    private static WrongAdapter wrong(String name, String does, UnaryOperator<AssembledStores> fault) {
        return new WrongAdapter(name, does, KitGroup.SERIES, fault);
    }

    private static WrongAdapter wrongStore(String name, String does, UnaryOperator<SeriesStore> fault) {
        return wrong(name, does, right -> right.with(fault.apply(right.series())));
    }

    private static AssembledStores gaps(AssembledStores right) {
        Escapes escapes = new Escapes(right.transactor());
        SeriesStore series = new ForwardingSeriesStore(right.series()) {
            @Override
            public long next(String counter, long first) {
                long number = super.next(counter, first);
                escapes.write(() -> {
                    raiseTo(counter, number);
                    return true;
                });
                return number;
            }
        };
        return right.with(escapes).with(series);
    }

    /** As object mappers allocate ids. */
    private static final class Blocks extends ForwardingSeriesStore {

        private static final int SIZE = 10;

        private record Block(long next, long end) {}

        private final ThreadLocal<Map<String, Block>> blocks = ThreadLocal.withInitial(ConcurrentHashMap::new);

        Blocks(SeriesStore right) {
            super(right);
        }

        @Override
        public long next(String counter, long first) {
            Block present = blocks.get().getOrDefault(counter, new Block(0, 0));
            Block block = present.next() < present.end() ? present : reserve(counter, first);
            blocks.get().put(counter, new Block(block.next() + 1, block.end()));
            return block.next();
        }

        private Block reserve(String counter, long first) {
            long number = super.next(counter, first);
            raiseTo(counter, number + SIZE - 1);
            return new Block(number, number + SIZE);
        }
    }

    private static SeriesStore spendsAnywhere(SeriesStore right, Transactor transactor) {
        return new ForwardingSeriesStore(right) {
            @Override
            public long next(String counter, long first) {
                return transactor.inTransaction(() -> super.next(counter, first));
            }
        };
    }

    private static SeriesStore narrows(SeriesStore right) {
        return new ForwardingSeriesStore(right) {
            @Override
            public long next(String counter, long first) {
                return (int) super.next(counter, first);
            }
        };
    }

    private static SeriesStore foldsCounters(SeriesStore right) {
        return new ForwardingSeriesStore(right) {
            @Override
            public long next(String counter, long first) {
                return super.next(counter.toLowerCase(Locale.ROOT), first);
            }
        };
    }

    private static SeriesStore startsAtOne(SeriesStore right) {
        return new ForwardingSeriesStore(right) {
            @Override
            public long next(String counter, long first) {
                return super.next(counter, 1);
            }
        };
    }

    private static final class Lowering extends ForwardingSeriesStore {

        private final Map<String, Long> raised = new ConcurrentHashMap<>();

        Lowering(SeriesStore right) {
            super(right);
        }

        @Override
        public void raiseTo(String counter, long number) {
            raised.put(counter, number);
            super.raiseTo(counter, number);
        }

        @Override
        public long next(String counter, long first) {
            raised.remove(counter);
            return super.next(counter, first);
        }

        @Override
        public OptionalLong last(String counter) {
            return raised.containsKey(counter) ? OptionalLong.of(raised.get(counter)) : super.last(counter);
        }
    }

    private static SeriesStore raisesOnlyUsed(SeriesStore right) {
        return new ForwardingSeriesStore(right) {
            @Override
            public void raiseTo(String counter, long number) {
                if (last(counter).isPresent()) {
                    super.raiseTo(counter, number);
                }
            }
        };
    }

    private static SeriesStore tellsTheNext(SeriesStore right) {
        return new ForwardingSeriesStore(right) {
            @Override
            public OptionalLong last(String counter) {
                OptionalLong last = super.last(counter);
                return last.isPresent() ? OptionalLong.of(last.getAsLong() + 1) : last;
            }
        };
    }
}
