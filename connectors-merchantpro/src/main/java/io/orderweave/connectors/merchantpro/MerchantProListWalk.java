package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connectors.merchantpro.MerchantProCheckpoint.Walk;
import io.orderweave.connectors.merchantpro.MerchantProPages.Page;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is new in a list whose filters know only days. Each walk goes from the latest back to the day before the last walk and
 * tells what was not seen in that state before; it ends early at what was. A poll is one page; one with nothing new is one request.
 *
 * <p>Ending early trusts the order of the rows, so rows must really come in it, and the first walk of each day goes to its end: a
 * row that moved from one page to another while they were read is found then. Where the shop can only be asked for new orders, a
 * walk over a longer time now and then finds old ones that changed.
 */
final class MerchantProListWalk {

    private final MerchantProPages pages;
    private final MerchantProConfig.Feed config;
    private final List<MerchantProDialect> dialects;
    private final Function<Instant, LocalDate> firstDay;
    private final Clock clock;

    /**
     * @param dialects to be tried, the best first
     * @param firstDay how far back a first walk goes that begins then
     */
    MerchantProListWalk(
            MerchantProPages pages,
            MerchantProConfig.Feed config,
            List<MerchantProDialect> dialects,
            Function<Instant, LocalDate> firstDay,
            Clock clock) {
        this.pages = pages;
        this.config = config;
        this.dialects = dialects;
        this.firstDay = firstDay;
        this.clock = clock;
    }

    /** The rows of one page that are news. */
    record Step(List<RawJson> rows, Checkpoint next, boolean more) {}

    /** Makes the next step. */
    Step step(Optional<Checkpoint> from, int limit) {
        MerchantProCheckpoint checkpoint =
                from.map(MerchantProCheckpoint::parse).orElseGet(() -> MerchantProCheckpoint.beginning(clock.instant()));
        Walk walk = checkpoint.walk();
        return walk == null ? begin(checkpoint, limit) : proceed(checkpoint, walk, pages.follow(walk.next()));
    }

    private Step begin(MerchantProCheckpoint checkpoint, int limit) {
        List<String> refusals = new ArrayList<>();
        for (MerchantProDialect dialect : candidates(checkpoint.dialect())) {
            Walk walk = walk(checkpoint, dialect);
            int size = Math.max(1, Math.min(limit, config.pageSize()));
            Reply<RawJson> reply = pages.first(dialect.since(LocalDate.parse(walk.since())), size);
            if (reply instanceof Reply.Done<RawJson> done) {
                return proceed(speaking(checkpoint, dialect), walk, pages.page(done.body()));
            }
            refusals.add(dialect.word() + ": " + ((Reply.Refused<RawJson>) reply).what());
        }
        throw OutsideFault.of(FaultCategory.REJECTED, Reached.NO, "merchantpro: no filter on dates was understood; " + String.join("; ", refusals))
                .build();
    }

    /** The one understood last, then the others: a shop may have changed. */
    private Set<MerchantProDialect> candidates(@Nullable String last) {
        Set<MerchantProDialect> candidates = new LinkedHashSet<>();
        Optional.ofNullable(last)
                .flatMap(MerchantProDialect::named)
                .filter(dialects::contains)
                .ifPresent(candidates::add);
        candidates.addAll(dialects);
        return candidates;
    }

    private Walk walk(MerchantProCheckpoint checkpoint, MerchantProDialect dialect) {
        Instant now = clock.instant();
        if (checkpoint.walkedOn() == null) {
            return new Walk(firstDay.apply(now).toString(), now.toString(), true, "", new TreeMap<>());
        }
        Instant compared = Instant.parse(checkpoint.comparedAt());
        boolean due = !dialect.findsChanges()
                && !compared.plus(config.reconcileInterval()).isAfter(now);
        Instant earliest = compared.isBefore(now) ? compared : now;
        LocalDate since = due ? day(earliest.minus(config.reconcileWindow())) : overlapped(checkpoint.walkedOn());
        return new Walk(since.toString(), now.toString(), due, "", new TreeMap<>());
    }

    private Step proceed(MerchantProCheckpoint checkpoint, Walk walk, Page page) {
        MerchantProRows rows = new MerchantProRows(page.rows(), clock.instant());
        List<RawJson> news = new ArrayList<>();
        for (RawJson row : page.rows()) {
            boolean told = rows.state(row)
                    .filter(state -> state.getValue().equals(walk.seen().get(state.getKey()))
                            || (!walk.whole() && checkpoint.knows(state)))
                    .isPresent();
            if (!told) {
                news.add(row);
            }
        }
        TreeMap<String, Long> seen = new TreeMap<>(walk.seen());
        seen.putAll(rows.settled());
        Walk further = new Walk(
                walk.since(), walk.begunAt(), walk.whole(), page.next().orElse(""), MerchantProRows.newest(seen));
        return ends(checkpoint, walk, page, rows)
                ? new Step(news, ended(checkpoint, further).toCheckpoint(), false)
                : new Step(news, at(checkpoint, further).toCheckpoint(), true);
    }

    private boolean ends(MerchantProCheckpoint checkpoint, Walk walk, Page page, MerchantProRows rows) {
        if (page.next().isEmpty() || page.rows().isEmpty()) {
            return true;
        }
        String field = dialect(checkpoint).field();
        if (!rows.comeLatestFirst(field)) {
            return false;
        }
        RawJson last = page.rows().get(page.rows().size() - 1);
        boolean firstOfDay = !day(Instant.parse(walk.begunAt())).toString().equals(checkpoint.walkedOn());
        boolean metKnown = rows.state(last).filter(checkpoint::knows).isPresent();
        // A day earlier than asked for, since the shop's days are not UTC's.
        Instant asked = LocalDate.parse(walk.since()).minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        boolean beyond = MerchantProRows.moment(last, field).filter(asked::isAfter).isPresent();
        return beyond || (metKnown && !walk.whole() && !firstOfDay);
    }

    private MerchantProDialect dialect(MerchantProCheckpoint checkpoint) {
        return candidates(checkpoint.dialect()).iterator().next();
    }

    private static MerchantProCheckpoint speaking(MerchantProCheckpoint checkpoint, MerchantProDialect dialect) {
        return new MerchantProCheckpoint(
                dialect.word(), checkpoint.walkedOn(), checkpoint.comparedAt(), checkpoint.known(), null);
    }

    private static MerchantProCheckpoint at(MerchantProCheckpoint checkpoint, Walk walk) {
        return new MerchantProCheckpoint(
                checkpoint.dialect(), checkpoint.walkedOn(), checkpoint.comparedAt(), checkpoint.known(), walk);
    }

    /** Only what the next walk may meet is remembered on. */
    private MerchantProCheckpoint ended(MerchantProCheckpoint checkpoint, Walk walk) {
        String walkedOn = day(Instant.parse(walk.begunAt())).toString();
        TreeMap<String, Long> known = new TreeMap<>(checkpoint.known());
        known.putAll(walk.seen());
        long first = overlapped(walkedOn).minusDays(2).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        known.values().removeIf(second -> second < first);
        return new MerchantProCheckpoint(
                checkpoint.dialect(),
                walkedOn,
                walk.whole() ? walk.begunAt() : checkpoint.comparedAt(),
                MerchantProRows.newest(known),
                null);
    }

    private LocalDate overlapped(String walkedOn) {
        Duration overlap = config.overlap();
        return day(LocalDate.parse(walkedOn).atStartOfDay(ZoneOffset.UTC).toInstant().minus(overlap));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
