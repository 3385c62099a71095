package io.orderweave.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderweave.connection.ConnectionId;
import io.orderweave.document.DocumentKind;
import io.orderweave.error.FaultCategory;
import io.orderweave.error.OrderweaveException;
import io.orderweave.id.RuleId;
import io.orderweave.id.SeriesId;
import io.orderweave.id.StatusId;
import io.orderweave.internal.json.Json;
import io.orderweave.money.Money;
import io.orderweave.order.Note;
import io.orderweave.shipment.Parcel;
import io.orderweave.testing.TestShop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetsTest {

    private static final String WRITTEN = """
            {
              "version": 3,
              "rules": [
                // what a person would write, with every action once
                {
                  "id": "big-spender",
                  "name": "Who spends much is looked after",
                  "on": "order.confirmed",
                  "when": {"if": "all", "conditions": [
                    {"if": "at-least", "field": "total", "amount": {"amount": "100.00", "currency": "PLN"}},
                    {"if": "any", "conditions": [
                      {"if": "one-of", "field": "payment.method", "values": ["card", "bank-transfer"]},
                      {"if": "is", "field": "buyer.is-company", "value": true}]},
                    {"if": "none", "conditions": [{"if": "one-of", "field": "tags", "values": ["test"]}]}]},
                  "then": [
                    {"do": "add-tag", "tag": "vip"},
                    {"do": "remove-tag", "tag": "plain"},
                    {"do": "add-note", "text": "look after", "audience": "internal"},
                    {"do": "hold", "code": "check", "reason": "much money"},
                    {"do": "hold", "code": "boss", "reason": "very much money", "releasableBy": "owner"},
                    {"do": "release", "code": "old"},
                    {"do": "set-status", "status": "paid"},
                    {"do": "issue-document", "kind": "proforma"},
                    {"do": "issue-document", "kind": "INVOICE", "series": "big"},
                    {"do": "create-shipment", "courier": "inpost-1", "parcel": {"weightGrams": 1500}},
                    {"do": "start-timer", "timer": "unpaid", "after": "P7D"}]
                },
                {"id": "upload", "on": "document.rendered", "then": [{"do": "upload-document"}], "enabled": false},
                {"id": "tracking", "on": "shipment.created", "then": [{"do": "publish-tracking"}]},
                {"id": "advance", "on": "payment.received", "then": [{"do": "issue-document", "kind": "advance"}]},
                {"id": "credit", "on": "order.cancelled", "then": [{"do": "credit-documents", "reason": "cancelled"}]}
              ]
            }
            """;

    @Test
    void readsHowAdvancesAndCreditNotesAreWritten() {
        RuleSet rules = RuleSets.parse(WRITTEN);

        assertThat(rules.find(new RuleId("advance")).orElseThrow().actions())
                .containsExactly(new Action.IssueDocument(DocumentKind.ADVANCE, Optional.empty()));
        assertThat(rules.find(new RuleId("credit")).orElseThrow().actions())
                .containsExactly(new Action.CreditDocuments("cancelled"));
    }

    @Test
    void readsWhatAPersonWrote() {
        RuleSet rules = RuleSets.parse(WRITTEN);

        assertThat(rules.version()).isEqualTo(3);
        Rule first = rules.find(new RuleId("big-spender")).orElseThrow();
        assertThat(first.condition())
                .isEqualTo(Condition.all(
                        Condition.atLeast(Field.TOTAL, Money.of("100", "PLN")),
                        Condition.any(
                                Condition.oneOf(Field.PAYMENT_METHOD, "card", "bank-transfer"),
                                Condition.is(Field.BUYER_IS_COMPANY, true)),
                        Condition.none(Condition.oneOf(Field.TAGS, "test"))));
        assertThat(first.actions())
                .containsExactly(
                        new Action.AddTag("vip"),
                        new Action.RemoveTag("plain"),
                        new Action.AddNote("look after", Note.Audience.INTERNAL),
                        new Action.PlaceHold("check", "much money", Optional.empty()),
                        new Action.PlaceHold("boss", "very much money", Optional.of("owner")),
                        new Action.ReleaseHold("old"),
                        new Action.SetStatus(new StatusId("paid")),
                        new Action.IssueDocument(DocumentKind.PROFORMA, Optional.empty()),
                        new Action.IssueDocument(DocumentKind.INVOICE, Optional.of(new SeriesId("big"))),
                        new Action.CreateShipment(
                                new ConnectionId("inpost-1"), Optional.empty(), Parcel.ofGrams(1_500)),
                        new Action.StartTimer("unpaid", Duration.ofDays(7)));
        Rule second = rules.find(new RuleId("upload")).orElseThrow();
        assertThat(second.name()).isEqualTo("upload");
        assertThat(second.condition()).isEqualTo(Condition.always());
        assertThat(second.enabled()).isFalse();
    }

    @Test
    void readsBackWhatTheLibraryStores() {
        String stored = new String(Json.bytes(TestShop.rules()), StandardCharsets.UTF_8);

        assertThat(RuleSets.parse(stored)).isEqualTo(TestShop.rules());
        assertThat(Json.read(Json.bytes(RuleSets.parse(WRITTEN)), RuleSet.class))
                .isEqualTo(RuleSets.parse(WRITTEN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"do\": \"add-tag\", \"tag\": \"vip\"|\"do\": \"add-tga\"|rules[0].then[0]|no 'do' is called 'add-tga'",
                "\"do\": \"add-tag\", \"tag\": \"vip\"|\"tag\": \"vip\"|rules[0].then[0]|'do' is missing; expected one of [add-note",
                "\"do\": \"add-tag\", \"tag\": \"vip\"|\"do\": \"add-tag\"|rules[0].then[0].tag|expected text",
                "\"tag\": \"vip\"|\"tag\": \"vip\", \"colour\": 1|rules[0].then[0].colour|there is no such part; there are [",
                "\"tag\": \"vip\"|\"tag\": 7|rules[0].then[0].tag|expected text",
                "\"after\": \"P7D\"|\"after\": \"7 days\"|rules[0].then[10].after|expected an ISO 8601 duration such as P7D or PT12H",
                "\"kind\": \"proforma\"|\"kind\": \"bill\"|rules[0].then[7].kind|expected one of [",
                "\"status\": \"paid\"|\"status\": \"a b\"|rules[0].then[6].status|status id must not contain white space",
                "\"weightGrams\": 1500|\"weightGrams\": 0|rules[0].then[9].parcel|weight must be positive",
                "\"weightGrams\": 1500|\"weightGrams\": \"heavy\"|rules[0].then[9].parcel.weightGrams|expected a whole number",
                "\"courier\": \"inpost-1\", |''|rules[0].then[9].courier|expected text",
                "\"value\": true|\"value\": \"yes\"|rules[0].when.conditions[1].conditions[1].value|expected true or false",
                ", \"value\": true|''|rules[0].when.conditions[1].conditions[1].value|expected true or false",
                "\"currency\": \"PLN\"|\"currency\": \"ZLOTY\"|rules[0].when.conditions[0].amount.currency|expected an ISO 4217 currency",
                "\"amount\": \"100.00\"|\"amount\": \"much\"|rules[0].when.conditions[0].amount.amount|expected a decimal",
                "\"values\": [\"test\"]|\"values\": \"test\"|rules[0].when.conditions[2].conditions[0].values|expected a list",
                "\"if\": \"none\"|\"if\": \"not\"|rules[0].when.conditions[2]|no 'if' is called 'not'",
                "\"id\": \"upload\", |''|rules[1]|missing [id]",
                "\"on\": \"document.rendered\", |''|rules[1]|missing [trigger]",
                "\"version\": 3|\"version\": -3|at its top|must not be negative: -3",
                "\"version\": 3,|''|version|expected a whole number",
                "\"version\": 3|\"version\": 3, \"version\": 4|line 2, column 26|Duplicate field"
            })
    void namesThePlaceAndWhatWasExpected(String right, String wrong, String place, String expectation) {
        assertThat(WRITTEN).contains(right);
        String broken = WRITTEN.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));

        assertRefused(broken, place + ":", expectation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|at its top",
                "null|expected an object",
                "[]|at its top",
                "{\"version\": 1, \"rules\": [}|line 1",
                "{} {}|version"
            })
    void refusesWhatIsNoRuleSet(String json, String place) {
        assertRefused(json, place, "");
    }

    @Test
    void refusesAnAttackByDepth() {
        String deep = "{\"version\":1,\"rules\":[{\"id\":\"a\",\"on\":\"b\",\"then\":[],\"when\":"
                + "{\"if\":\"all\",\"conditions\":[".repeat(100_000);

        assertRefused(deep, "", "nested deeper");
    }

    private static void assertRefused(String json, String place, String expectation) {
        assertThatThrownBy(() -> RuleSets.parse(json))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION))
                .hasMessageStartingWith("rule set")
                .hasMessageContaining(place)
                .hasMessageContaining(expectation)
                .message()
                .doesNotContain("io.orderweave", "Immutable", "Exception");
    }
}
