package io.orderweave.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.id.StatusId;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusCatalogueTest {

    @Test
    void isSoundAsItComes() {
        assertThat(StatusCatalogue.standard().problems()).isEmpty();
        assertThat(StatusCatalogue.standard().initial()).isEqualTo(new StatusId("waiting"));
    }

    @Test
    void namesEveryProblemAtOnce() {
        StatusCatalogue catalogue = StatusCatalogue.of(List.of(
                OrderStatus.of("new", Phase.OPEN, "New"),
                OrderStatus.of("new", Phase.OPEN, "New again"),
                status("vague").build(),
                status("lost")
                        .phase(Phase.OPEN)
                        .addNext(new StatusId("nowhere"))
                        .build(),
                status("round").phase(Phase.OPEN).addNext(new StatusId("lost")).build(),
                OrderStatus.of("done", Phase.DELIVERED, "Done")));

        assertThat(catalogue.problems())
                .anyMatch(problem -> problem.equals("status new is declared twice"))
                .anyMatch(problem -> problem.equals("status vague has no phase"))
                .anyMatch(problem ->
                        problem.equals("status lost may be followed by nowhere, which is not in the catalogue"))
                .anyMatch(problem -> problem.startsWith("status lost is a dead end"))
                .anyMatch(problem -> problem.startsWith("status round is a dead end"))
                .hasSize(5);
    }

    @Test
    void isNothingWithoutStatuses() {
        assertThat(StatusCatalogue.of(List.of()).problems()).containsExactly("the status catalogue is empty");
    }

    @Test
    void allowsOnlyTheStepsAStatusNames() {
        StatusCatalogue catalogue = StatusCatalogue.of(List.of(
                status("a").phase(Phase.OPEN).addNext(new StatusId("b")).build(),
                OrderStatus.of("b", Phase.DELIVERED, "B"),
                OrderStatus.of("c", Phase.CANCELLED, "C")));

        assertThat(catalogue.allows(new StatusId("a"), new StatusId("b"))).isTrue();
        assertThat(catalogue.allows(new StatusId("a"), new StatusId("c"))).isFalse();
        assertThat(catalogue.allows(new StatusId("b"), new StatusId("c"))).isTrue();
    }

    @Test
    void ordersByPhaseThenByPlace() {
        StatusCatalogue standard = StatusCatalogue.standard();

        assertThat(standard.isBefore(new StatusId("new"), new StatusId("paid"))).isTrue();
        assertThat(standard.isBefore(new StatusId("paid"), new StatusId("new"))).isFalse();
        assertThat(standard.isBefore(new StatusId("paid"), new StatusId("paid")))
                .isFalse();
        assertThat(standard.isBefore(new StatusId("waiting"), new StatusId("shipped")))
                .isTrue();
    }

    @Test
    void namesAStatusThatIsNotThere() {
        assertThatThrownBy(() -> StatusCatalogue.standard().get(new StatusId("nope")))
                .hasMessageContaining("no status nope")
                .hasMessageContaining("waiting");
    }

    private static OrderStatus.Builder status(String id) {
        OrderStatus.Builder status = OrderStatus.builder();
        status.id(new StatusId(id)).putLabel("en", id);
        return status;
    }
}
