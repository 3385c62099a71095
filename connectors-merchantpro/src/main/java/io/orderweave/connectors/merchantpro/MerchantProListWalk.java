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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds what is new in a list whose filters know only days. Each walk goes from the latest back to the day before the last walk and
 * tells what was not seen in that state before; it ends early at what was. A poll is one page; one with nothing new is one request.
 *
 * <p>Ending early trusts the order of the rows, so rows must really come in it, and the first walk of each day goes to its end: a
 * row that moved from one page to another while they were read is found then. Where the shop can only be asked for new orders, a
 * walk over a longer time now and then finds old ones that changed.
 */
final class MerchantProListWalk {

    private static final Logger LOG = LoggerFactory.getLogger(MerchantProListWalk.class);

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
        MerchantProCheckpoint checkpoint = from.map(MerchantProCheckpoint::parse)
                .orElseGet(() -> MerchantProCheckpoint.beginning(clock.instant()));
        Walk walk = checkpoint.walk();
        if (walk == null) {
            return begin(checkpoint, limit);
        }
        return pages.follow(walk.next())
                .map(page -> proceed(checkpoint, walk, page))
                .orElseGet(() -> abandoned(checkpoint));
    }

    /** Links may not live as long as a walk that was interrupted. The next walk begins where this one did, so nothing is passed over. */
    private static Step abandoned(MerchantProCheckpoint checkpoint) {
        LOG.warn(
                "The shop refused the next page of a list that it gave the address of; the list is read again from its beginning");
        return new Step(List.of(), checkpoint.walking(null).toCheckpoint(), false);
    }

    private Step begin(MerchantProCheckpoint checkpoint, int limit) {
        List<String> refusals = new ArrayList<>();
        for (MerchantProDialect dialect : candidates(checkpoint.dialect())) {
            Walk walk = walk(checkpoint, dialect);
            int size = Math.max(1, Math.min(limit, config.pageSize()));
            Reply<RawJson> reply = pages.first(dialect.since(LocalDate.parse(walk.since())), size);
            if (reply instanceof Reply.Done<RawJson> done) {
                return proceed(checkpoint.speaking(dialect), walk, pages.page(done.body()));
            }
            refusals.add(dialect.word() + ": " + ((Reply.Refused<RawJson>) reply).what());
        }
        throw OutsideFault.of(
                        FaultCategory.REJECTED,
                        Reached.NO,
                        "merchantpro: no filter on dates was understood; " + String.join("; ", refusals))
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
                : new Step(news, checkpoint.walking(further).toCheckpoint(), true);
    }

    /** Only what the next walk may meet is remembered on; a day more, since the shop's days are not UTC's. */
    private MerchantProCheckpoint ended(MerchantProCheckpoint checkpoint, Walk walk) {
        String walkedOn = day(Instant.parse(walk.begunAt())).toString();
        return checkpoint.walked(walk, walkedOn, start(overlapped(walkedOn).minusDays(2)));
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
        // Further back than was asked for: the shop has overlooked its filter.
        Instant asked = start(LocalDate.parse(walk.since()).minusDays(2));
        boolean beyond =
                MerchantProRows.moment(last, field).filter(asked::isAfter).isPresent();
        return beyond || (metKnown && !walk.whole() && !firstOfDay);
    }

    private MerchantProDialect dialect(MerchantProCheckpoint checkpoint) {
        return candidates(checkpoint.dialect()).iterator().next();
    }

    private LocalDate overlapped(String walkedOn) {
        return day(start(LocalDate.parse(walkedOn)).minus(config.overlap()));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
