package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.BatchAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.OfferRef;
import io.orderweave.error.FaultCategory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What holds for both facets that tell the channel something about offers: each item is answered by itself, and what is told last
 * stands.
 *
 * @param <T> an item of a batch
 */
abstract class OfferWriteGroup<T> extends ChannelGroup {

    private static final int MOST_STEPS = 20;
    private static final int SEVERAL = 7;

    private int batches;

    abstract Facet facet();

    abstract int batchSize();

    abstract BatchAnswer update(ChannelConnector any, String key, List<T> items);

    abstract BatchAnswer resume(ChannelConnector any, String handle, List<T> items);

    /** Something to tell of the offer, another for each number from 1 on, and none as the offer was listed. */
    abstract T item(OfferRef offer, int number);

    abstract OfferRef offerOf(T item);

    /** Whether the channel has it so. */
    abstract boolean isThere(T item);

    @Test
    void aSingleOneLands() {
        T item = item(offer(1), 1);

        assertThat(toItsEnd(List.of(item)).get(offerOf(item))).isInstanceOf(WriteAnswer.Applied.class);

        assertThat(isThere(item)).isTrue();
    }

    @Test
    void eachOfABatchLands() {
        List<T> items = several();

        assertThat(toItsEnd(items).values())
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(WriteAnswer.Applied.class));

        assertThat(items).allSatisfy(item -> assertThat(isThere(item)).isTrue());
    }

    @Test
    void equalOnesOfABatchLandAlike() {
        claimed(facet());
        List<T> items = IntStream.rangeClosed(1, Math.min(3, batchSize()))
                .mapToObj(number -> item(offer(number), 2))
                .toList();

        toItsEnd(items);

        assertThat(items).allSatisfy(item -> assertThat(isThere(item)).isTrue());
    }

    @Test
    void anUnknownOfferFailsAlone() {
        claimed(facet());
        assumeTrue(batchSize() > 2, "the channel takes no batches");
        T known = item(offer(1), 1);
        T unknown = item(server.offers().unknownOffer(), 2);
        T other = item(offer(2), 3);

        Map<OfferRef, WriteAnswer> answers = toItsEnd(List.of(known, unknown, other));

        assertThat(answers.get(offerOf(unknown)))
                .isInstanceOfSatisfying(
                        WriteAnswer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isNotBlank().doesNotContain(secrets()));
        assertThat(List.of(known, other)).allSatisfy(item -> {
            assertThat(answers.get(offerOf(item))).isInstanceOf(WriteAnswer.Applied.class);
            assertThat(isThere(item)).isTrue();
        });
    }

    @Test
    void anUnknownOfferByItselfIsRejected() {
        claimed(facet());
        T unknown = item(server.offers().unknownOffer(), 1);

        assertThat(toItsEnd(List.of(unknown)).get(offerOf(unknown))).isInstanceOf(WriteAnswer.Rejected.class);
    }

    @Test
    void whatIsToldLastStands() {
        OfferRef offer = offer(1);
        ChannelConnector other = newConnector();

        toItsEnd(List.of(item(offer, 1)));
        // Somebody else, so that whoever remembers what it told last remembers wrong.
        toItsEnd(other, nextKey(), List.of(item(offer, 2)));
        assertThat(isThere(item(offer, 2))).isTrue();
        toItsEnd(List.of(item(offer, 1)));

        assertThat(isThere(item(offer, 1))).isTrue();
    }

    @Test
    void tellingItAgainDoesNoHarm() {
        List<T> items = several();
        String key = nextKey();
        toItsEnd(connector, key, items);

        Map<OfferRef, WriteAnswer> again = toItsEnd(connector, key, items);
        Map<OfferRef, WriteAnswer> anew = toItsEnd(items);

        for (Map<OfferRef, WriteAnswer> answers : List.of(again, anew)) {
            assertThat(answers.values())
                    .allSatisfy(answer -> assertThat(answer)
                            .isInstanceOfAny(WriteAnswer.Applied.class, WriteAnswer.AlreadyApplied.class));
        }
        assertThat(items).allSatisfy(item -> assertThat(isThere(item)).isTrue());
    }

    @Test
    void aLostAnswerIsInDoubtAndCanBeToldAgain() {
        List<T> items = several();
        String key = nextKey();
        warmUp();
        proxy.alwaysWrites(Trouble.cutAfter());

        OutsideFault fault = fault(FaultCategory.TRANSIENT, () -> update(connector, key, items));
        proxy.calm();

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        toItsEnd(connector, key, items);
        assertThat(items).allSatisfy(item -> assertThat(isThere(item)).isTrue());
    }

    @Test
    void aLostRequestIsInDoubtAndCanBeToldAgain() {
        List<T> items = several();
        String key = nextKey();
        warmUp();
        proxy.alwaysWrites(Trouble.cutBefore());

        OutsideFault fault = fault(FaultCategory.TRANSIENT, () -> update(connector, key, items));
        proxy.calm();

        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
        toItsEnd(connector, key, items);
        assertThat(items).allSatisfy(item -> assertThat(isThere(item)).isTrue());
    }

    @Test
    void aRefusalIsAnAnswerForEach() {
        List<T> items = several();
        warmUp();
        proxy.alwaysWrites(Trouble.answer(422, "{}", "Content-Type: application/json"));

        BatchAnswer answer = update(connector, nextKey(), items);

        assertThat(answer).isInstanceOf(BatchAnswer.Finished.class);
        assertThat(((BatchAnswer.Finished) answer).items())
                .containsOnlyKeys(items.stream().map(this::offerOf).toList())
                .allSatisfy((offer, one) -> assertThat(one).isInstanceOf(WriteAnswer.Rejected.class));
    }

    @Test
    void anAnswerThatCannotBeReadIsNoRefusal() {
        List<T> items = several();
        warmUp();
        proxy.alwaysWrites(passage -> {
            passage.forward();
            Trouble.htmlPage(200).befall(passage);
        });

        // What answers without a body has nothing that could be read wrong.
        assertThatCode(() -> {
                    try {
                        BatchAnswer answer = update(connector, nextKey(), items);
                        if (answer instanceof BatchAnswer.Finished finished) {
                            assertThat(finished.items().values())
                                    .doesNotHaveAnyElementsOfTypes(WriteAnswer.Rejected.class);
                        }
                    } catch (OutsideFault fault) {
                        assertThat(fault.reached()).isEqualTo(Reached.PERHAPS);
                        assertClean(fault);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whatWasAcceptedIsLookedAfterAndNotSentAgain() {
        List<T> items = several();
        BatchAnswer answer = update(connector, nextKey(), items);
        assumeTrue(answer instanceof BatchAnswer.Accepted, "the channel answers at once");
        BatchAnswer.Accepted accepted = (BatchAnswer.Accepted) answer;

        assertThat(accepted.handle()).isNotBlank();
        assertThat(accepted.lookAgainAfter()).isPositive();
        assertThat(accepted.giveUpAfter()).isGreaterThan(accepted.lookAgainAfter());
        // After a restart.
        ChannelConnector restarted = newConnector();
        restarted.probe();
        int before = writes();
        followed(restarted, accepted, items);

        assertThat(writes()).as("requests that change something").isEqualTo(before);
        assertThat(items).allSatisfy(item -> assertThat(isThere(item)).isTrue());
    }

    @Test
    void theLargestBatchIsNoLessThanOne() {
        claimed(facet());

        assertThat(batchSize()).isPositive();
    }

    /** An offer that the connector may tell something of. */
    final OfferRef offer(int number) {
        claimed(facet());
        OfferRef offer = server.offers().list(TestProduct.single(number)).get(0);
        clock.advance(Duration.ofSeconds(1));
        return offer;
    }

    /** As many as one batch holds, up to a few; each something else. */
    private List<T> several() {
        claimed(facet());
        List<T> items = new ArrayList<>();
        for (int number = 1; number <= Math.min(SEVERAL, batchSize()); number++) {
            items.add(item(offer(number), number));
        }
        return items;
    }

    final Map<OfferRef, WriteAnswer> toItsEnd(List<T> items) {
        return toItsEnd(connector, nextKey(), items);
    }

    /** Tells, and goes on until each is decided. */
    private Map<OfferRef, WriteAnswer> toItsEnd(ChannelConnector any, String key, List<T> items) {
        BatchAnswer answer = update(any, key, items);
        BatchAnswer.Finished finished = answer instanceof BatchAnswer.Accepted accepted
                ? followed(any, accepted, items)
                : (BatchAnswer.Finished) answer;
        assertThat(finished.items())
                .as("an answer for each item and for no other")
                .containsOnlyKeys(items.stream().map(this::offerOf).toList());
        assertThat(finished.items().values()).doesNotHaveAnyElementsOfTypes(WriteAnswer.Accepted.class);
        return finished.items();
    }

    private BatchAnswer.Finished followed(ChannelConnector any, BatchAnswer.Accepted begun, List<T> items) {
        BatchAnswer answer = begun;
        for (int step = 0; step < MOST_STEPS && answer instanceof BatchAnswer.Accepted accepted; step++) {
            clock.advance(accepted.lookAgainAfter());
            answer = resume(any, accepted.handle(), items);
        }
        assertThat(answer).as("the end of what was accepted").isInstanceOf(BatchAnswer.Finished.class);
        return (BatchAnswer.Finished) answer;
    }

    private String nextKey() {
        return "4f1c9d52-6f0e-4a76-9f6b-" + (100_000_000_000L + ++batches);
    }

    private int writes() {
        return (int) proxy.requests().stream().filter(HttpMessage::isWrite).count();
    }
}
