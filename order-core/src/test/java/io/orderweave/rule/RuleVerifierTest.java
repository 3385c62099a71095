package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.connection.ConnectionId;
import io.orderweave.document.DocumentKind;
import io.orderweave.id.StatusId;
import io.orderweave.order.StatusCatalogue;
import io.orderweave.shipment.Parcel;
import io.orderweave.testing.TestShop;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleVerifierTest {

    private final RuleVerifier verifier = new RuleVerifier(Abilities.builder()
            .statuses(StatusCatalogue.standard())
            .addCourier(TestShop.COURIER)
            .addEvents(
                    "order.confirmed",
                    "order.status-changed",
                    "payment.received",
                    "document.rendered",
                    "shipment.created",
                    "shipment.tracking-changed")
            .addTemplate("thanks")
            .addNotifier("email")
            .putHostAction("gift", true)
            .putHostAction("sort", false)
            .build());

    @Test
    void findsNothingWrongWithTheUsualRules() {
        assertThat(verifier.problems(TestShop.rules())).isEmpty();
    }

    @Test
    void namesAnUnknownEvent() {
        assertProblem(
                "order.confirmd",
                Condition.always(),
                new Action.AddTag("x"),
                "no event order.confirmd; there are [document.rendered, order.confirmed,");
    }

    @Test
    void namesAnUnknownStatus() {
        assertProblem(
                "order.confirmed",
                Condition.always(),
                new Action.SetStatus(new StatusId("payed")),
                "it sets status payed, which is not in the catalogue; there are [waiting, new, paid,");
    }

    @Test
    void namesAnUnknownCourier() {
        assertProblem(
                "order.confirmed",
                Condition.always(),
                new Action.CreateShipment(new ConnectionId("dhl"), Optional.empty(), Parcel.ofGrams(1)),
                "it ships by connection dhl, which is no courier connection; there are [courier]");
    }

    @Test
    void namesAnUnknownFieldWhereverItHides() {
        assertProblem(
                "order.confirmed",
                Condition.none(Condition.any(new TextComparison.OneOf("payment.methd", Set.of("cod"), false))),
                new Action.AddTag("x"),
                "/when/conditions/0/conditions/0/field: no field is called 'payment.methd'; nearest: payment.method");
    }

    @Test
    void namesAStatusThatAConditionWaitsForInVain() {
        assertProblem(
                "order.status-changed",
                Condition.all(Field.STATUS_TO.isOneOf("payed")),
                new Action.AddTag("x"),
                "/when/conditions/0/values: the shop has no status 'payed'; nearest: paid");
    }

    @Test
    void namesAnOperatorThatDoesNotFitItsField() {
        assertProblem(
                "order.confirmed",
                new TextComparison.OneOf("total", Set.of("100"), false),
                new Action.AddTag("x"),
                "/when/if: 'one-of' compares text or several texts; field total is an amount");
    }

    @Test
    void wantsUploadsTriggeredByTheDrawnDocument() {
        assertProblem(
                "order.confirmed",
                Condition.always(),
                new Action.UploadDocument(),
                "upload-document needs the trigger document.rendered, not order.confirmed");
    }

    @Test
    void wantsTrackingTriggeredByAShipment() {
        assertProblem(
                "order.confirmed",
                Condition.always(),
                new Action.PublishTracking(),
                "publish-tracking needs the trigger shipment.created or shipment.label-stored or shipment.tracking-changed, not order.confirmed");
    }

    @Test
    void wantsTimersThatRun() {
        assertProblem(
                "order.confirmed",
                Condition.always(),
                new Action.StartTimer("t", Duration.ZERO),
                "timer t must run for a positive time, not PT0S");
    }

    @Test
    void creditsByAnActionOfItsOwn() {
        assertProblem(
                "order.confirmed",
                Condition.always(),
                new Action.IssueDocument(DocumentKind.CREDIT_NOTE, Optional.empty()),
                "rules issue PROFORMA, ADVANCE and INVOICE, not CREDIT_NOTE; credit-documents credits");
    }

    @Test
    void wantsAReasonForCreditNotes() {
        assertProblem(
                "order.confirmed",
                Condition.always(),
                new Action.CreditDocuments(" "),
                "credit-documents needs a reason");
    }

    @Test
    void wantsAdvancesTriggeredByTheirPayment() {
        assertProblem(
                "order.status-changed",
                Condition.always(),
                new Action.IssueDocument(DocumentKind.ADVANCE, Optional.empty()),
                "issue-document of kind ADVANCE needs the trigger payment.received, not order.status-changed");
    }

    @Test
    void namesARuleWithoutActionAndOneThatIsThereTwice() {
        Rule empty = TestShop.rule("r", "order.confirmed", Condition.always());

        assertThat(verifier.problems(RuleSet.of(1, empty, empty)))
                .containsExactly(
                        "rule r is there more than once", "rule r: it has no action", "rule r: it has no action");
    }

    private void assertProblem(String trigger, Condition condition, Action action, String problem) {
        assertThat(verifier.problems(RuleSet.of(1, TestShop.rule("r", trigger, condition, action))))
                .singleElement()
                .asString()
                .startsWith("rule r: " + problem);
    }
}
