package io.orderweave.tck.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.RawDocument;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.error.FaultCategory;
import io.orderweave.tck.channel.FeedReader.Feed;
import io.orderweave.tck.channel.FeedReader.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * What holds for the feeds of returns and offers alike: nothing is lost, whatever happens between two polls.
 *
 * @param <I> an item of a batch
 */
abstract class FeedGroup<I> extends ChannelGroup {

    /** An item that cannot be read. */
    record Unread(RawDocument raw, String reason) {}

    abstract Facet facet();

    abstract Feed<I> feedOf(ChannelConnector connector);

    /** Has one more come into being at the channel, the number tells it from the others; its id. */
    abstract String add(int number);

    /** Changes something that the feed tells; at most once for each. */
    abstract void change(String id);

    abstract void poison(String id);

    /** Whether the channel tells what changed. */
    abstract boolean tellsChanges();

    abstract Duration noticedWithin();

    abstract Duration quietAfter();

    abstract String idOf(I item);

    /** What a readable item says, without its document: equal when nothing has changed. */
    abstract List<Object> said(I item);

    abstract Optional<Unread> unread(I item);

    @Test
    void bringsEachOne() {
        List<String> there = addSeveral(12);

        assertThat(ids(new FeedReader<I>().readAll(entries(), 5))).containsAll(there);
    }

    @Test
    void bringsEachOneByBatchesOfOne() {
        List<String> there = addSeveral(4);

        assertThat(ids(new FeedReader<I>().readAll(entries(), 1))).containsAll(there);
    }

    @Test
    void bringsWhatComesLater() {
        addSeveral(3);
        FeedReader<I> reader = new FeedReader<>();
        reader.readAll(entries(), 10);
        clock.advance(Duration.ofSeconds(1));

        String later = add(4);
        clock.advance(noticedWithin());

        assertThat(ids(reader.readAll(entries(), 10))).contains(later);
    }

    @Test
    void bringsAgainWhatChanged() {
        List<String> there = addSeveral(3);
        FeedReader<I> reader = new FeedReader<>();
        I before = item(reader.readAll(entries(), 10), there.get(1));
        clock.advance(Duration.ofSeconds(1));

        change(there.get(1));
        clock.advance(noticedWithin());

        assertThat(said(item(reader.readAll(entries(), 10), there.get(1)))).isNotEqualTo(said(before));
    }

    @Test
    void bringsABatchAgainThatWasNotSaved() {
        addSeveral(12);
        FeedReader<I> reader = new FeedReader<>();
        reader.readOne(entries(), 4);
        Optional<Checkpoint> saved = reader.checkpoint();

        List<I> lost = entries().poll(saved, 4).items();

        assertThat(lost).isNotEmpty();
        assertThat(ids(feedOf(newConnector()).poll(saved, 4).items())).containsAll(ids(lost));
    }

    @Test
    void everythingItKnowsIsInTheCheckpoint() {
        List<String> there = addSeveral(12);
        FeedReader<I> reader = new FeedReader<>();
        List<I> items = new ArrayList<>();
        claimed(facet());

        for (boolean more = true; more; ) {
            Page<I> page = reader.readOne(feedOf(newConnector()), 5);
            items.addAll(page.items());
            more = page.more();
        }

        assertThat(ids(items)).containsAll(there);
    }

    @Test
    void aBatchHoldsAboutTheLimit() {
        addSeveral(40);

        assertThat(entries().poll(Optional.empty(), 5).items()).hasSizeBetween(1, 10);
    }

    @Test
    void aBatchCostsTheSameHoweverManyThereAre() {
        addSeveral(10);
        warmUp();
        long begun = proxy.bytesAnswered();
        feedOf(newConnector()).poll(Optional.empty(), 5);
        long ofTen = proxy.bytesAnswered() - begun;
        for (int number = 11; number <= 70; number++) {
            add(number);
        }

        begun = proxy.bytesAnswered();
        feedOf(newConnector()).poll(Optional.empty(), 5);

        assertThat(proxy.bytesAnswered() - begun).as("bytes read for one batch").isLessThan(2 * ofTen + 2_000);
    }

    @Test
    void aPollWithNothingNewBringsNothingAndMovesNothing() {
        claimed(facet());
        assumeTrue(tellsChanges(), "the channel does not tell what changed");
        addSeveral(3);
        FeedReader<I> reader = new FeedReader<>();
        reader.readAll(entries(), 10);
        clock.advance(quietAfter());
        reader.readAll(entries(), 10);
        Optional<Checkpoint> before = reader.checkpoint();
        clock.advance(Duration.ofMinutes(1));

        Page<I> page = reader.readOne(entries(), 10);

        assertThat(page.items()).isEmpty();
        assertThat(page.more()).isFalse();
        assertThat(reader.checkpoint()).isEqualTo(before);
    }

    @Test
    void aFaultBetweenTwoBatchesLosesNothing() {
        List<String> there = addSeveral(12);
        FeedReader<I> reader = new FeedReader<>();
        List<I> items = new ArrayList<>(reader.readOne(entries(), 5).items());

        proxy.alwaysReads(Trouble.cutAfter());
        fault(FaultCategory.TRANSIENT, () -> reader.readOne(entries(), 5));
        proxy.calm();
        items.addAll(reader.readAll(entries(), 5));

        assertThat(ids(items)).containsAll(there);
    }

    @Test
    void whatCannotBeReadIsHandedOver() {
        List<String> there = addSeveral(5);
        poison(there.get(2));

        assertThat(unread(item(new FeedReader<I>().readAll(entries(), 10), there.get(2))))
                .hasValueSatisfying(poisoned -> {
                    assertThat(poisoned.raw().content()).as("its document").isNotEmpty();
                    assertThat(poisoned.reason()).isNotBlank().doesNotContain(personal());
                });
    }

    @Test
    void whatCannotBeReadBlocksNothing() {
        List<String> there = addSeveral(5);
        String poison = there.remove(2);
        poison(poison);

        List<I> items = new FeedReader<I>().readAll(entries(), 10);

        assertThat(there).allSatisfy(id -> assertThat(unread(item(items, id))).isEmpty());
    }

    @Test
    void anAnswerThatCannotBeReadIsAFault() {
        addSeveral(2);
        warmUp();
        for (String other : List.of("null", "42", "{", "{}", "[]", "<html></html>")) {
            proxy.alwaysReads(Trouble.answer(200, other, "Content-Type: application/json"));

            assertThat(catchThrowable(() -> entries().poll(Optional.empty(), 10)))
                    .as("the answer " + other)
                    .isInstanceOfSatisfying(
                            OutsideFault.class,
                            fault -> assertThat(fault.category()).isEqualTo(FaultCategory.CONTRACT));
            proxy.calm();
        }
    }

    @Test
    void readingLogsNothingPrivate() {
        int before = channel().log().length();
        List<String> there = addSeveral(3);
        poison(there.get(1));

        new FeedReader<I>().readAll(entries(), 10);

        assertLogIsClean(before);
    }

    /** Every place of every answer, one after the other: missing, null, of another type, of another size. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SAME_THREAD)
    void noSinglePartOfAnAnswerCanCrashIt() {
        addSeveral(1);
        warmUp();

        SpoiledAnswers.to(proxy, () -> new FeedReader<I>().readAll(entries(), 10))
                .inEachPlace(what -> assertThatCode(this::pollOrFault).as(what).doesNotThrowAnyException());
    }

    private void pollOrFault() {
        try {
            entries()
                    .poll(Optional.empty(), 10)
                    .items()
                    .forEach(item -> unread(item)
                            .ifPresent(poisoned ->
                                    assertThat(poisoned.reason()).isNotBlank().doesNotContain(personal())));
        } catch (OutsideFault fault) {
            assertClean(fault);
        }
    }

    /** Their ids. */
    final List<String> addSeveral(int count) {
        claimed(facet());
        List<String> ids = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            ids.add(add(number));
            clock.advance(Duration.ofSeconds(1));
        }
        return ids;
    }

    final Feed<I> entries() {
        return feedOf(connector);
    }

    /** What came last under that id, which must be there. */
    final I item(List<I> items, String id) {
        return items.stream()
                .filter(item -> idOf(item).equals(id))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("the feed did not bring " + id + ", only " + ids(items)));
    }

    private List<String> ids(List<I> items) {
        return items.stream().map(this::idOf).toList();
    }
}
