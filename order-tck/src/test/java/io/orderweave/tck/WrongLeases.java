package io.orderweave.tck;

import io.orderweave.store.LeaseStore;
import io.orderweave.store.LeaseStore.Lease;
import io.orderweave.store.Transactor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Leases that two hold, or nobody gets. */
final class WrongLeases {

    private WrongLeases() {}

    static List<WrongAdapter> all() {
        return List.of(
                new WrongAdapter(
                        "check, then acquire",
                        "whether the lease is free is asked before it is taken",
                        KitGroup.LEASES,
                        right -> right.with(checksThenAcquires(right.leases(), right.transactor(), new RaceWindow()))),
                wrong("re-entrant", "the owner that holds the lease gets it again", Remembering::reEntrant),
                wrong("token from one", "a release forgets the token, which begins anew", Remembering::forgetsTokens),
                wrong("renewed by owner", "a renewal looks at the owner, not at the token", Remembering::renewsByOwner),
                wrong(
                        "released by name",
                        "a late holder releases the lease of the present one",
                        Remembering::releasesByName),
                wrong("revived", "a lease whose time is over is renewed", WrongLeases::revives),
                wrong("never over", "a lease is held until it is released", WrongLeases::neverEnds),
                wrong("never released", "a release does nothing", WrongLeases::neverReleases),
                wrong("only longer", "a renewal cannot shorten a lease", WrongLeases::neverShortens),
                wrong("one lease for all", "leases of different spelling are one", WrongLeases::foldsNames));
    }

    private static WrongAdapter wrong(String name, String does, UnaryOperator<LeaseStore> fault) {
        return new WrongAdapter(name, does, KitGroup.LEASES, right -> right.with(fault.apply(right.leases())));
    }

    private static LeaseStore checksThenAcquires(LeaseStore right, Transactor transactor, RaceWindow window) {
        return new ForwardingLeaseStore(right) {
            @Override
            public Optional<Lease> acquire(String name, String owner, Duration duration) {
                Optional<Lease> free = transactor.inTransaction(() -> {
                    Optional<Lease> lease = super.acquire(name, owner, duration);
                    lease.ifPresent(super::release);
                    return lease;
                });
                if (free.isEmpty()) {
                    return free;
                }
                window.await();
                return super.acquire(name, owner, duration).or(() -> free);
            }
        };
    }

    /** Knows the last lease of each name. */
    private static class Remembering extends ForwardingLeaseStore {

        final Map<String, Lease> last = new ConcurrentHashMap<>();

        Remembering(LeaseStore right) {
            super(right);
        }

        @Override
        public Optional<Lease> acquire(String name, String owner, Duration duration) {
            Optional<Lease> lease = super.acquire(name, owner, duration);
            lease.ifPresent(taken -> last.put(name, taken));
            return lease;
        }

        Lease last(Lease given) {
            return last.getOrDefault(given.name(), given);
        }

        static LeaseStore reEntrant(LeaseStore right) {
            return new Remembering(right) {
                @Override
                public Optional<Lease> acquire(String name, String owner, Duration duration) {
                    return super.acquire(name, owner, duration)
                            .or(() -> Optional.ofNullable(last.get(name))
                                    .filter(held -> held.owner().equals(owner)));
                }
            };
        }

        static LeaseStore renewsByOwner(LeaseStore right) {
            return new Remembering(right) {
                @Override
                public boolean renew(Lease lease, Duration duration) {
                    return super.renew(last(lease).owner().equals(lease.owner()) ? last(lease) : lease, duration);
                }
            };
        }

        static LeaseStore releasesByName(LeaseStore right) {
            return new Remembering(right) {
                @Override
                public void release(Lease lease) {
                    super.release(last(lease));
                }
            };
        }

        /** Tokens as a row would count that is deleted with the release. */
        static LeaseStore forgetsTokens(LeaseStore right) {
            return new Remembering(right) {
                private final Map<String, Long> forgotten = new ConcurrentHashMap<>();

                @Override
                public Optional<Lease> acquire(String name, String owner, Duration duration) {
                    return super.acquire(name, owner, duration)
                            .map(lease -> new Lease(name, owner, lease.token() - forgotten.getOrDefault(name, 0L)));
                }

                @Override
                public boolean renew(Lease lease, Duration duration) {
                    return super.renew(known(lease), duration);
                }

                @Override
                public void release(Lease lease) {
                    super.release(known(lease));
                    forgotten.merge(lease.name(), lease.token(), Long::sum);
                }

                private Lease known(Lease lease) {
                    return new Lease(
                            lease.name(), lease.owner(), lease.token() + forgotten.getOrDefault(lease.name(), 0L));
                }
            };
        }
    }

    private static LeaseStore revives(LeaseStore right) {
        return new ForwardingLeaseStore(right) {
            @Override
            public boolean renew(Lease lease, Duration duration) {
                return super.renew(lease, duration)
                        || super.acquire(lease.name(), lease.owner(), duration).isPresent();
            }
        };
    }

    private static LeaseStore neverEnds(LeaseStore right) {
        return new ForwardingLeaseStore(right) {
            @Override
            public Optional<Lease> acquire(String name, String owner, Duration duration) {
                return super.acquire(name, owner, Duration.ofDays(36_500));
            }
        };
    }

    private static LeaseStore neverReleases(LeaseStore right) {
        return new ForwardingLeaseStore(right) {
            @Override
            public void release(Lease lease) {
                // the fault
            }
        };
    }

    private static LeaseStore neverShortens(LeaseStore right) {
        return new ForwardingLeaseStore(right) {
            private final Map<Lease, Duration> longest = new ConcurrentHashMap<>();

            @Override
            public Optional<Lease> acquire(String name, String owner, Duration duration) {
                Optional<Lease> lease = super.acquire(name, owner, duration);
                lease.ifPresent(taken -> longest.put(taken, duration));
                return lease;
            }

            @Override
            public boolean renew(Lease lease, Duration duration) {
                Duration longer = longest.getOrDefault(lease, duration);
                return super.renew(lease, longer.compareTo(duration) > 0 ? longer : duration);
            }
        };
    }

    private static LeaseStore foldsNames(LeaseStore right) {
        return new ForwardingLeaseStore(right) {
            @Override
            public Optional<Lease> acquire(String name, String owner, Duration duration) {
                return super.acquire(name.strip().toLowerCase(Locale.ROOT), owner, duration)
                        .map(lease -> new Lease(name, owner, lease.token()));
            }
        };
    }
}
