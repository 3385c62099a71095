package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.error.FaultCategory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What holds for every facet that writes: what is sent lands once, and whether it landed can be told. */
abstract class WriteGroup extends ChannelGroup {

    static final int MOST_STEPS = 20;

    private static final String JSON = "Content-Type: application/json";

    abstract Facet facet();

    /** Sends the write, mostly about an order; about one id always the same. */
    abstract WriteAnswer send(String id);

    /** The next step of a write that was accepted. */
    WriteAnswer resume(String handle, String id) {
        throw new AssertionError(facet() + " is never accepted, but " + handle + " was for " + id);
    }

    /** Whether the channel has the write; empty where the facet overwrites and need not know. */
    abstract Optional<Lookup> find(String id);

    @Test
    void landsOnce() {
        String order = order();

        assertThat(toItsEnd(order)).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(landed(order)).isEqualTo(1);
    }

    @Test
    void whatHasLandedDoesNotLandAgain() {
        seesRepeats();
        String order = order();
        toItsEnd(order);

        WriteAnswer again = toItsEnd(order);

        assertThat(again).isInstanceOfAny(WriteAnswer.AlreadyApplied.class, WriteAnswer.Applied.class);
        assertThat(landed(order)).isEqualTo(1);
    }

    @Test
    void isAbsentBeforeAndFoundAfterItLanded() {
        canBeLookedUp();
        String order = order();

        find(order).ifPresent(before -> assertThat(before).isInstanceOf(Lookup.Absent.class));
        toItsEnd(order);
        find(order).ifPresent(after -> assertThat(after).isInstanceOf(Lookup.Found.class));
        assertThat(landed(order)).isEqualTo(1);
    }

    @Test
    void whatCannotBeLookedUpIsLeftToAPerson() {
        claimed(facet());
        assumeFalse(channel().lookups().contains(facet()), "the channel shows whether such a write landed");
        String order = order();
        toItsEnd(order);
        int before = writes();

        assertThat(fault(() -> find(order)).reached()).isEqualTo(Reached.NO);
        assertThat(writes()).isEqualTo(before);
    }

    /** What a lookup calls absent is sent again: only the channel may say so, not a refusal nor an answer of another shape. */
    @Test
    void aLookupThatIsNotAnsweredIsNoAbsence() {
        String order = landedAndLookedUp();

        for (int status : List.of(400, 409, 403)) {
            isNoAnswer(order, "status " + status, Trouble.answer(status, "{}", JSON));
        }
        for (String body : List.of("{}", "[]", "null", "42")) {
            isNoAnswer(order, "the answer " + body, Trouble.answer(200, body, JSON));
        }
        isNoAnswer(order, "a page for people", Trouble.htmlPage(200));
    }

    private void isNoAnswer(String order, String what, Trouble trouble) {
        proxy.alwaysReads(trouble);
        Throwable thrown = catchThrowable(() -> find(order));
        proxy.calm();

        assertThat(thrown).as(what).isInstanceOf(OutsideFault.class);
        assertClean(thrown);
    }

    /** Every place of every answer to a lookup, one after the other: missing, null, of another type, of another size. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SAME_THREAD)
    void noSinglePartOfALookupsAnswerCanCrashIt() {
        String order = landedAndLookedUp();

        SpoiledAnswers.to(proxy, () -> find(order))
                .inEachPlace(what ->
                        assertThatCode(() -> findOrFault(order)).as(what).doesNotThrowAnyException());
    }

    private void findOrFault(String order) {
        try {
            find(order);
        } catch (OutsideFault fault) {
            assertClean(fault);
        }
    }

    @Test
    void aLostAnswerIsInDoubt() {
        String order = order();
        lastWriteMeets(order, Trouble.cutAfter());

        OutsideFault fault = fault(FaultCategory.TRANSIENT, () -> send(order));

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        assertThat(landed(order)).isEqualTo(1);
    }

    @Test
    void whatLandedWithoutAnAnswerIsFoundAndNotSentAgain() {
        canBeLookedUp();
        String order = order();
        lastWriteMeets(order, Trouble.cutAfter());
        fault(() -> send(order));
        proxy.calm();

        Optional<Lookup> lookup = find(order);
        lookup.ifPresent(found -> assertThat(found).isNotInstanceOf(Lookup.Absent.class));
        if (!(lookup.orElse(null) instanceof Lookup.Found)
                || channel().repeats().contains(facet())) {
            toItsEnd(order);
        }

        assertThat(landed(order)).isEqualTo(1);
    }

    @Test
    void aLostRequestIsInDoubtAndAbsent() {
        canBeLookedUp();
        String order = order();
        lastWriteMeets(order, Trouble.cutBefore());
        OutsideFault fault = fault(FaultCategory.TRANSIENT, () -> send(order));
        proxy.calm();

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        find(order).ifPresent(found -> assertThat(found).isInstanceOf(Lookup.Absent.class));
        assertThat(toItsEnd(order)).isInstanceOf(WriteAnswer.Applied.class);
        assertThat(landed(order)).isEqualTo(1);
    }

    @Test
    void isNeverSentAgainByTheConnectorItself() {
        String order = order();
        List<Trouble> troubles = List.of(
                Trouble.cutBefore(),
                Trouble.answer(500, "{}", JSON),
                Trouble.answer(503, "", "Retry-After: 0"),
                Trouble.answer(503, "", "Retry-After: 1"),
                Trouble.answer(408, ""),
                Trouble.htmlPage(502),
                Trouble.cutAfter());

        for (Trouble trouble : troubles) {
            proxy.calm();
            proxy.alwaysWrites(trouble);
            int before = writes();

            OutsideFault fault = fault(FaultCategory.TRANSIENT, () -> send(order));

            assertThat(writes() - before).as("requests sent").isEqualTo(1);
            assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        }
    }

    @Test
    void anAnswerThatCannotBeReadIsNoRefusal() {
        String order = order();
        proxy.alwaysWrites(passage -> {
            passage.forward();
            Trouble.htmlPage(200).befall(passage);
        });

        try {
            assertThat(send(order)).isNotInstanceOf(WriteAnswer.Rejected.class);
        } catch (OutsideFault fault) {
            assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
            assertClean(fault);
        }
        assertThat(landed(order)).isEqualTo(1);
    }

    @Test
    void aRefusalIsAnAnswerAndNoFault() {
        String order = order();
        proxy.alwaysWrites(Trouble.answer(422, "{}", JSON));

        WriteAnswer answer = send(order);

        assertThat(answer).isInstanceOf(WriteAnswer.Rejected.class);
        assertThat(((WriteAnswer.Rejected) answer).reason())
                .isNotBlank()
                .doesNotContain(personal())
                .doesNotContain(secrets());
        assertThat(landed(order)).isZero();
    }

    @Test
    void aWriteAboutWhatIsNotThereIsRejected() {
        warmUpIfClaimed();

        assertThat(send(unknown())).isInstanceOf(WriteAnswer.Rejected.class);
    }

    @Test
    void aChangeOfTheBuyersIsNoObstacle() {
        seesRepeats();
        String order = order();
        send(order);

        change(order);

        assertThat(toItsEnd(order)).isInstanceOfAny(WriteAnswer.AlreadyApplied.class, WriteAnswer.Applied.class);
        assertThat(landed(order)).isEqualTo(1);
    }

    /** Places an order that the write can be about; the id of it, or of what else of the order's the write is about. */
    String place(TestOrder order) {
        return server.placeFor(facet(), order);
    }

    /** The id of what is not there. */
    String unknown() {
        return server.unknownOrder();
    }

    /** The buyer or the channel changes it. */
    void change(String id) {
        server.change(id);
    }

    /** How many such writes the channel has carried out. */
    int landed(String id) {
        return server.landed(facet(), id);
    }

    /** How many requests that change something one write takes. */
    int requestsOfAWrite(String id) {
        return server.requestsOfAWrite(facet(), id);
    }

    /** What the write can be about, with the connector let in. */
    final String order() {
        warmUpIfClaimed();
        return place(TestOrder.paid(1));
    }

    /** Skips the test where nothing tells whether the write landed. */
    private void canBeLookedUp() {
        claimed(facet());
        assumeTrue(channel().lookups().contains(facet()), () -> "the channel does not show whether it has " + facet());
    }

    /** What has landed and is looked up; skips the test of what is not. */
    private String landedAndLookedUp() {
        canBeLookedUp();
        String order = order();
        toItsEnd(order);
        assumeTrue(find(order).isPresent(), "what overwrites is not looked up");
        return order;
    }

    /** Skips the test where only who looks first does not write twice. */
    private void seesRepeats() {
        claimed(facet());
        assumeTrue(
                channel().repeats().contains(facet()),
                () -> "the channel does not know again what it has of " + facet());
    }

    /** The last request of the write meets the trouble; what the write needs before it passes. */
    private void lastWriteMeets(String order, Trouble trouble) {
        AtomicInteger passing = new AtomicInteger(requestsOfAWrite(order) - 1);
        proxy.alwaysWrites(passage -> (passing.getAndDecrement() > 0 ? Trouble.none() : trouble).befall(passage));
    }

    private void warmUpIfClaimed() {
        claimed(facet());
        warmUp();
    }

    final int writes() {
        return (int) proxy.requests().stream().filter(HttpMessage::isWrite).count();
    }

    /** Sends, and goes on until it is decided. */
    final WriteAnswer toItsEnd(String order) {
        WriteAnswer answer = send(order);
        for (int step = 0; step < MOST_STEPS && answer instanceof WriteAnswer.Accepted accepted; step++) {
            clock.advance(accepted.lookAgainAfter());
            answer = resume(accepted.handle(), order);
        }
        return answer;
    }
}
