package io.orderweave.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.ConnectionId;
import io.orderweave.connector.InboundEndpoint.Hint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HintBoardTest {

    private static final ConnectionId ONE = new ConnectionId("one");
    private static final ConnectionId TWO = new ConnectionId("two");

    private final HintBoard board = new HintBoard();

    private static List<Hint> orders(int count) {
        return IntStream.range(0, count)
                .<Hint>mapToObj(number -> new Hint.OrderChanged("A" + number))
                .toList();
    }

    @Test
    void namesEachOrderOnce() {
        board.note(ONE, List.of(new Hint.OrderChanged("A1"), new Hint.OrderChanged("A2")));
        board.note(ONE, List.of(new Hint.OrderChanged("A1")));
        board.note(TWO, List.of(new Hint.OrderChanged("A1")));

        HintBoard.Hinted hinted = board.take();

        assertThat(hinted.orders()).isEqualTo(Map.of(ONE, Set.of("A1", "A2"), TWO, Set.of("A1")));
        assertThat(hinted.everything()).isEmpty();
    }

    @Test
    void isEmptyOnceTaken() {
        board.note(ONE, List.of(new Hint.OrderChanged("A1")));
        board.note(TWO, List.of(new Hint.OrdersChanged()));
        board.take();

        assertThat(board.take()).isEqualTo(new HintBoard.Hinted(Set.of(), Map.of()));
    }

    @Test
    void whoPullsEverythingNeedsNoNames() {
        board.note(ONE, List.of(new Hint.OrderChanged("A1"), new Hint.OrdersChanged(), new Hint.OrderChanged("A2")));

        assertThat(board.take()).isEqualTo(new HintBoard.Hinted(Set.of(ONE), Map.of()));
    }

    @Test
    void manyOrdersArePulledAndNotKept() {
        board.note(ONE, orders(HintBoard.MOST_ORDERS));
        board.note(ONE, orders(1));
        assertThat(board.take().orders().get(ONE)).hasSize(HintBoard.MOST_ORDERS);

        board.note(ONE, orders(HintBoard.MOST_ORDERS + 1));

        assertThat(board.take()).isEqualTo(new HintBoard.Hinted(Set.of(ONE), Map.of()));
    }

    @Test
    void whatCanBeNoOrdersIdIsNotAskedFor() {
        board.note(ONE, List.of(new Hint.OrderChanged("x".repeat(1_000_000))));
        board.note(TWO, List.of(new Hint.OrderChanged(" ")));

        assertThat(board.take()).isEqualTo(new HintBoard.Hinted(Set.of(ONE, TWO), Map.of()));
    }

    @Test
    void returnsAndOffersAreNotTheOrderBooks() {
        board.note(ONE, List.of(new Hint.ReturnsChanged(), new Hint.CatalogChanged()));

        assertThat(board.take()).isEqualTo(new HintBoard.Hinted(Set.of(), Map.of()));
    }

    @Test
    void manyMayNoteAtOnce() throws InterruptedException {
        ExecutorService servers = Executors.newFixedThreadPool(4);
        for (int server = 0; server < 4; server++) {
            servers.execute(() -> orders(HintBoard.MOST_ORDERS).forEach(hint -> board.note(ONE, List.of(hint))));
        }
        servers.shutdown();

        assertThat(servers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(board.take().orders().get(ONE)).hasSize(HintBoard.MOST_ORDERS);
    }
}
