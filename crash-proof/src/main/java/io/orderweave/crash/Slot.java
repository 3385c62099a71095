package io.orderweave.crash;

import io.orderweave.crash.NodeProcess.Said;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The place of one node: its cables, and the process that is in it now, if it lives. Thread-safe. */
final class Slot implements AutoCloseable {

    /** Something said, and by which of the processes that were in the slot. */
    record Heard(Slot slot, int life, Said said) {}

    private static final int SIGKILLED = 128 + 9;

    private final String name;
    private final BlockingQueue<Heard> heard;
    private final Wire allegro;
    private final Wire kaufland;
    private final Wire inpost;
    private final Wire packeta;

    private @Nullable NodeProcess process;
    private KillPlan plan = new KillPlan.Spared();
    private int life;
    private int networkCalls;
    private Optional<String> killedAt = Optional.empty();
    private Optional<CountDownLatch> heldUp = Optional.empty();

    Slot(String name, Outside outside, BlockingQueue<Heard> heard) {
        this.name = name;
        this.heard = heard;
        this.allegro = Wire.to("allegro", port(outside.allegro().baseUrl()), this::watch);
        this.kaufland = Wire.to("kaufland", port(outside.kaufland().baseUrl()), this::watch);
        this.inpost = Wire.to("inpost", port(outside.inpost().baseUrl()), this::watch);
        this.packeta = Wire.to("packeta", port(outside.packeta().baseUrl()), this::watch);
    }

    String name() {
        return name;
    }

    String allegroUrl() {
        return allegro.url();
    }

    String kauflandUrl() {
        return kaufland.url() + "/v2";
    }

    String inpostUrl() {
        return inpost.url();
    }

    String packetaUrl() {
        return packeta.url();
    }

    synchronized boolean isAlive() {
        return process != null;
    }

    synchronized int life() {
        return life;
    }

    synchronized KillPlan plan() {
        return plan;
    }

    /** Puts a process in, which begins at once. */
    synchronized void begin(NodeProcess next, Path settings, KillPlan chosen) {
        process = next;
        plan = chosen;
        life++;
        networkCalls = 0;
        killedAt = Optional.empty();
        int now = life;
        next.begin(settings, said -> heard.add(new Heard(this, now, said)));
    }

    NodeProcess process() {
        NodeProcess present = presentProcess();
        if (present == null) {
            throw new IllegalStateException("no node lives in " + name);
        }
        return present;
    }

    private synchronized @Nullable NodeProcess presentProcess() {
        return process;
    }

    /** SIGKILL, because of that; its end is heard. */
    void kill(String point) {
        synchronized (this) {
            if (process == null || killedAt.isPresent()) {
                return;
            }
            killedAt = Optional.of(point);
        }
        process().kill();
    }

    /**
     * After its end was heard: empties the slot and waits until nothing of the dead is on its way.
     *
     * @return where it was killed; empty when it ended of itself
     */
    Optional<String> bury() throws InterruptedException {
        NodeProcess dead = process();
        dead.awaitEnd();
        for (Wire wire : List.of(allegro, kaufland, inpost, packeta)) {
            wire.awaitDrained();
        }
        synchronized (this) {
            process = null;
            return killedAt.filter(point -> dead.exitCode() == SIGKILLED);
        }
    }

    /** Lets the answer through that is held up, and chooses the next ordeal that needs no new process. */
    synchronized void deliver(KillPlan next) {
        plan = next;
        networkCalls = 0;
        heldUp.ifPresent(CountDownLatch::countDown);
        heldUp = Optional.empty();
    }

    private Wire.Fate watch(Wire.Point point) {
        if (isToBeLate(point)) {
            holdUp(point);
            return Wire.Fate.PASS;
        }
        synchronized (this) {
            if (!(plan instanceof KillPlan.AtNetworkCall at)
                    || !at.named().orElse(point.toString()).equals(point.toString())
                    || ++networkCalls != at.number()) {
                return Wire.Fate.PASS;
            }
        }
        kill(point.toString());
        return Wire.Fate.CUT;
    }

    private synchronized boolean isToBeLate(Wire.Point point) {
        return plan instanceof KillPlan.LateAnswer late && point.isAnswer() && ++networkCalls == late.number();
    }

    private void holdUp(Wire.Point point) {
        CountDownLatch delivery = new CountDownLatch(1);
        synchronized (this) {
            heldUp = Optional.of(delivery);
            heard.add(new Heard(this, life, new Said.WaitsForAnswer(point.toString())));
        }
        try {
            delivery.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        deliver(new KillPlan.Spared());
        NodeProcess last = presentProcess();
        if (last != null) {
            last.kill();
        }
        allegro.close();
        kaufland.close();
        inpost.close();
        packeta.close();
    }

    private static int port(String url) {
        return URI.create(url).getPort();
    }
}
