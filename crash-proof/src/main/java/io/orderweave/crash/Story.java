package io.orderweave.crash;

import io.orderweave.crash.Slot.Heard;
import io.orderweave.crash.judge.Evidence;
import io.orderweave.crash.judge.Judge;
import io.orderweave.crash.node.NodeSettings;
import io.orderweave.crash.node.SharedTime;
import io.orderweave.simulator.Fault;
import io.orderweave.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A day of one shop, from the first order to the last delivered parcel, during which its nodes are killed as a seed wills. Between the
 * acts, time passes and people decide; while a node works, nobody touches the time. Belongs to one thread.
 */
final class Story implements AutoCloseable {

    private static final Duration SOON = Duration.ofMinutes(11);
    private static final Duration SHIFT = Duration.ofHours(8);
    private static final int MOST_ROUNDS = 250;
    private static final int MOST_LATE_ANSWERS = 15;

    /** Morning, noon, afternoon, the bank's mails, and three stages of the parcels. */
    private static final int ACTS = 7;

    private static final long LONGEST_SILENCE_MILLIS = 60_000;

    /** How long after a death the next node begins: at once, after a pause, after all leases. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(90), SOON);

    private static final List<String> INPOST_WAY =
            List.of("collected_from_sender", "adopted_at_sorting_center", "delivered");
    private static final List<Integer> PACKETA_WAY = List.of(12, 3, 7);

    private final Play play;
    private final Scenario scenario;
    private final Path folder;
    private final Database database;
    private final Launcher launcher;

    private final Random random;
    private final SharedTime time;
    private final Outside outside;
    private final Buyers buyers;
    private final Instant liveFrom;
    private final String refreshToken;
    private final int atOnce;
    private final int pageSize;
    private final BackOffice people;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final List<Slot> slots = new ArrayList<>();
    private final Kills kills = new Kills();
    private final Set<Slot> toBeProbed = new HashSet<>();
    private final List<Slot> waiting = new ArrayList<>();
    private final Set<Slot> onSmallDisk = new HashSet<>();
    private int act;
    private int killsWanted;
    private int lateAnswers;
    private int serverCrashes;
    private int faults;

    /** The dead, and those whose database failed, leave leases behind that only time ends. */
    private boolean leasesMayBeHeld;

    private Optional<Instant> nextDue = Optional.empty();

    Story(Play play, Path folder, Database database, Launcher launcher) {
        this.play = play;
        this.scenario = play.scenario();
        this.folder = folder;
        this.database = database;
        this.launcher = launcher;
        this.random = new Random(play.seed());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.time = SharedTime.in(folder.resolve("time"));
        this.outside = new Outside(folder, time, random.nextBoolean() ? Duration.ofMinutes(1) : Duration.ZERO);
        this.buyers = new Buyers(outside, time, random);
        this.liveFrom = time.instant();
        // While an answer is late, time passes: a node must not be in another call then.
        this.atOnce = scenario == Scenario.LATE_ANSWERS || random.nextBoolean() ? 1 : 4;
        this.pageSize = random.nextBoolean() ? 2 : 100;
        this.refreshToken = outside.allegro().accounts().mintRefreshToken();
        this.people = new BackOffice(
                settings("people", Duration.ZERO)
                        .allegroUrl(outside.allegro().baseUrl())
                        .kauflandUrl(outside.kaufland().baseUrl())
                        .inpostUrl(outside.inpost().baseUrl())
                        .packetaUrl(outside.packeta().baseUrl())
                        .build(),
                outside);
        for (int i = 0; i < scenario.nodes(); i++) {
            slots.add(new Slot("node-" + i, outside, heard));
        }
    }

    /** Plays it to its end. */
    Outcome play() throws InterruptedException {
        buyers.before(liveFrom);
        buyers.morning();
        nextAct();
        settle();
        cueFaults();
        buyers.noon();
        nextAct();
        settle();
        cueFaults();
        buyers.afternoon();
        nextAct();
        settle();
        List<String> withoutProforma = people.receiveTransfers(buyers.transfers());
        nextAct();
        settle();
        pass(SOON);
        for (int stage = 0; stage < INPOST_WAY.size(); stage++) {
            pass(SHIFT);
            moveParcels(stage);
            cueFaults();
            nextAct();
            settle();
        }
        killsWanted = 0;
        outside.allegro().faults().clear();
        outside.kaufland().faults().clear();
        outside.inpost().faults().clear();
        outside.packeta().faults().clear();
        pass(SOON);
        pass(SOON);
        endNodes();
        Evidence evidence = people.evidence(buyers.expectations());
        Outcome outcome = new Outcome(
                scenario,
                play.seed(),
                kills.points(),
                lateAnswers,
                serverCrashes,
                faults,
                people.authorisations(),
                Judge.judge(evidence));
        if (!withoutProforma.isEmpty()) {
            throw new IllegalStateException(outcome + ": no proforma came for " + withoutProforma);
        }
        return outcome;
    }

    /** Deaths are spread over the day: each act has its part of them, and begins with nodes whose hour is drawn anew. */
    private void nextAct() throws InterruptedException {
        endNodes();
        act++;
        killsWanted = (play.mostKills() * act + ACTS - 1) / ACTS;
    }

    private void pass(Duration step) throws InterruptedException {
        time.advance(step);
        settle();
    }

    /** Lets the nodes work, the people decide and time pass until nothing more happens by itself. */
    private void settle() throws InterruptedException {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean died = round();
            if (died) {
                time.advance(PAUSES.get(random.nextInt(PAUSES.size())));
                continue;
            }
            if (!toBeProbed.isEmpty()) {
                people.authorise();
                continue;
            }
            if (people.resolveDoubts() > 0) {
                continue;
            }
            if (nextDue.isPresent() && nextDue.get().isBefore(time.instant().plus(SOON))) {
                time.advanceTo(nextDue.get());
            } else if (leasesMayBeHeld) {
                leasesMayBeHeld = false;
                time.advance(SOON);
            } else {
                return;
            }
        }
        // The judge will see what is not finished.
    }

    /** Every node works until it is idle or dead. Whether any died. */
    private boolean round() throws InterruptedException {
        boolean died = work(slots);
        while (!waiting.isEmpty()) {
            // Nobody else is in a call, and the late ones' requests were processed: time may pass.
            Slot late = waiting.remove(0);
            time.advance(SOON);
            List<Slot> others = new ArrayList<>(slots);
            others.remove(late);
            others.removeAll(waiting);
            died |= work(others);
            lateAnswers++;
            late.deliver(mayBeLate() ? lateAnswer() : new KillPlan.Spared());
            died |= await(new HashSet<>(Set.of(late)));
        }
        stopNodesOnSmallDisk();
        return died;
    }

    private boolean work(List<Slot> some) throws InterruptedException {
        for (Slot slot : some) {
            if (!slot.isAlive()) {
                begin(slot);
            } else if (toBeProbed.remove(slot)) {
                slot.process().probe();
            } else {
                slot.process().go();
            }
        }
        return await(new HashSet<>(some));
    }

    /** Until each is idle, dead, or waits for an answer that is held up. Whether any died. */
    private boolean await(Set<Slot> working) throws InterruptedException {
        long begun = System.nanoTime();
        long crashServerAt = serverCrash(begun);
        boolean died = false;
        while (!working.isEmpty()) {
            long wake = Math.min(begun + TimeUnit.MILLISECONDS.toNanos(LONGEST_SILENCE_MILLIS), crashServerAt);
            for (Slot slot : working) {
                wake = Math.min(wake, randomDeath(slot, begun));
            }
            Heard next = heard.poll(Math.max(0, wake - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next != null) {
                died |= listen(next, working);
            } else if (System.nanoTime() >= crashServerAt) {
                ((Database.OnServer) database).server().crash();
                serverCrashes++;
                crashServerAt = Long.MAX_VALUE;
            } else {
                long now = System.nanoTime();
                List<Slot> doomed = working.stream()
                        .filter(slot -> randomDeath(slot, begun) <= now)
                        .toList();
                if (doomed.isEmpty()) {
                    throw new IllegalStateException(this + ": nothing was heard for a minute of " + working);
                }
                doomed.forEach(slot -> slot.kill("at a random moment"));
            }
        }
        return died;
    }

    private boolean listen(Heard next, Set<Slot> working) throws InterruptedException {
        Slot slot = next.slot();
        if (next.life() != slot.life() || !slot.isAlive()) {
            return false;
        }
        NodeProcess.Said said = next.said();
        if (said instanceof NodeProcess.Said.Idle idle) {
            working.remove(slot);
            nextDue = idle.nextDue();
        } else if (said instanceof NodeProcess.Said.AtItsPoint at) {
            slot.kill(at.point());
        } else if (said instanceof NodeProcess.Said.WaitsForAnswer) {
            working.remove(slot);
            waiting.add(slot);
            leasesMayBeHeld = true;
        } else if (said instanceof NodeProcess.Said.Fault) {
            faults++;
            leasesMayBeHeld = true;
        } else if (said instanceof NodeProcess.Said.Stopped stopped) {
            if (!BackOffice.canAuthorise(stopped.connection())) {
                throw new IllegalStateException(this + ": connection " + stopped.connection() + " stopped");
            }
            toBeProbed.add(slot);
        } else if (said instanceof NodeProcess.Said.Ended) {
            boolean diedAtWork = working.remove(slot);
            leasesMayBeHeld = true;
            Optional<String> killedAt = slot.bury();
            toBeProbed.remove(slot);
            waiting.remove(slot);
            if (killedAt.isPresent()) {
                kills.add(killedAt.get());
            } else if (!scenario.databaseFails()) {
                throw new IllegalStateException(
                        this + ": " + slot.name() + " ended by itself; see " + folder.resolveSibling("nodes.log"));
            } else {
                faults++;
            }
            return diedAtWork;
        }
        return false;
    }

    private void begin(Slot slot) throws InterruptedException {
        KillPlan plan = kills.count() < killsWanted ? draw() : new KillPlan.Spared();
        NodeSettings.Builder settings = settings(slot.name(), scenario.skew(slots.indexOf(slot)))
                .allegroUrl(slot.allegroUrl())
                .kauflandUrl(slot.kauflandUrl())
                .inpostUrl(slot.inpostUrl())
                .packetaUrl(slot.packetaUrl());
        if (plan instanceof KillPlan.AtStoreCall at) {
            settings.killAt(at.number()).killPoint(at.named().orElse(""));
        }
        if (killsWanted > 0) {
            trouble(slot, settings);
        }
        Path file = folder.resolve(slot.name() + "-" + (slot.life() + 1) + ".properties");
        settings.build().write(file);
        slot.begin(launcher.next(), file, plan);
    }

    private KillPlan draw() {
        return mayBeLate() && random.nextBoolean() ? lateAnswer() : play.plans().apply(random);
    }

    private boolean mayBeLate() {
        return scenario == Scenario.LATE_ANSWERS && killsWanted > 0 && lateAnswers < MOST_LATE_ANSWERS;
    }

    private KillPlan lateAnswer() {
        return new KillPlan.LateAnswer(1 + random.nextInt(20));
    }

    private void trouble(Slot slot, NodeSettings.Builder settings) {
        if (scenario == Scenario.POOL_EXHAUSTED) {
            settings.poolRefusesOneIn(15 + random.nextInt(60));
        }
        if (scenario == Scenario.DISK_FULL && random.nextInt(3) == 0) {
            settings.mostPages(((Database.InFile) database).scarcePages(random));
            onSmallDisk.add(slot);
        }
    }

    /** The people make room and start the node again. */
    private void stopNodesOnSmallDisk() throws InterruptedException {
        for (Slot slot : onSmallDisk) {
            if (slot.isAlive()) {
                slot.process().stop();
                slot.bury();
            }
        }
        onSmallDisk.clear();
    }

    private void endNodes() throws InterruptedException {
        for (Slot slot : slots) {
            if (slot.isAlive()) {
                slot.process().stop();
                slot.bury();
            }
        }
    }

    private long serverCrash(long begun) {
        boolean now = scenario == Scenario.SERVER_KILLED && killsWanted > 0 && random.nextInt(3) == 0;
        return now ? begun + TimeUnit.MILLISECONDS.toNanos(random.nextInt(900)) : Long.MAX_VALUE;
    }

    private static long randomDeath(Slot slot, long begun) {
        return slot.plan() instanceof KillPlan.AtRandom at ? begun + at.after().toNanos() : Long.MAX_VALUE;
    }

    /** The network fails without anybody dying: before the write, after it, or with an answer of a broken proxy. */
    private void cueFaults() {
        for (Simulator system : List.of(outside.allegro(), outside.kaufland(), outside.inpost(), outside.packeta())) {
            for (String method : List.of("POST", "PUT", "PATCH", "GET")) {
                // A refresh of the token is left alone: its loss needs a person, and kills cause it often enough.
                String path = "/(order|v1|v2|api).*";
                switch (random.nextInt(6)) {
                    case 0 -> system.faults().on(method, path).once(Fault.cutBefore());
                    case 1 -> system.faults().on(method, path).once(Fault.cutAfterWrite());
                    case 2 -> system.faults().on(method, path).once(Fault.status(503));
                    default -> {
                        // The network works.
                    }
                }
            }
        }
    }

    private void moveParcels(int stage) {
        outside.inpost()
                .counters()
                .live()
                .keySet()
                .forEach(reference -> outside.inpost().parcels().moveTo(reference, INPOST_WAY.get(stage)));
        outside.packeta()
                .counters()
                .live()
                .keySet()
                .forEach(reference -> outside.packeta().packets().moveTo(reference, PACKETA_WAY.get(stage)));
    }

    private NodeSettings.Builder settings(String node, Duration skew) {
        NodeSettings.Builder settings = NodeSettings.builder();
        database.address(settings);
        return settings.node(node)
                .skew(skew)
                .atOnce(atOnce)
                .pageSize(pageSize)
                .time(folder.resolve("time").toString())
                .refreshToken(refreshToken)
                .mails(outside.mails().toString())
                .liveFrom(liveFrom)
                .breakage(play.breakage());
    }

    @Override
    public void close() {
        slots.forEach(Slot::close);
        outside.close();
    }

    @Override
    public String toString() {
        return scenario + " seed=" + play.seed() + " after " + kills.count() + " kills";
    }
}
