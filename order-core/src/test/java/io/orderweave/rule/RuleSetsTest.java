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
import io.orderweave.written.WrittenFault;
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
                    {"if": "at-least", "field": "total", "value": "100.00 PLN"},
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
    void writesWhatAPersonWouldWrite() {
        String plain = """
                {
                  "version" : 4,
                  "rules" : [ {
                    "id" : "a",
                    "on" : "order.confirmed",
                    "when" : {
                      "if" : "all",
                      "conditions" : [ {
                        "if" : "one-of",
                        "field" : "channel",
                        "values" : [ "allegro" ]
                      }, {
                        "if" : "at-least",
                        "field" : "quantity",
                        "value" : 10
                      } ]
                    },
                    "then" : [ {
                      "do" : "add-tag",
                      "tag" : "x"
                    } ]
                  }, {
                    "id" : "b",
                    "name" : "B",
                    "on" : "order.confirmed",
                    "when" : {
                      "if" : "contains",
                      "field" : "line.name",
                      "values" : [ "gift" ],
                      "ignoreCase" : true
                    },
                    "then" : [ {
                      "do" : "host",
                      "name" : "wrap",
                      "with" : {
                        "ignoreCase" : "false"
                      }
                    } ],
                    "enabled" : false
                  }, {
                    "id" : "c",
                    "on" : "order.cancelled",
                    "then" : [ {
                      "do" : "add-tag",
                      "tag" : "y"
                    } ]
                  } ]
                }""";

        assertThat(RuleSets.write(RuleSets.parse(plain))).isEqualToNormalizingNewlines(plain);
    }

    @Test
    void readsWhatAPersonWrote() {
        RuleSet rules = RuleSets.parse(WRITTEN);

        assertThat(rules.version()).isEqualTo(3);
        Rule first = rules.find(new RuleId("big-spender")).orElseThrow();
        assertThat(first.condition())
                .isEqualTo(Condition.all(
                        Field.TOTAL.atLeast(Money.of("100", "PLN")),
                        Condition.any(
                                Field.PAYMENT_METHOD.isOneOf("card", "bank-transfer"), Field.BUYER_IS_COMPANY.is(true)),
                        Condition.none(Field.TAGS.hasAnyOf("test"))));
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
                "\"do\": \"add-tag\", \"tag\": \"vip\"|\"do\": \"add-tga\"|/rules/0/then/0/do|no 'do' is called 'add-tga'; nearest: add-tag",
                "\"do\": \"add-tag\", \"tag\": \"vip\"|\"tag\": \"vip\"|/rules/0/then/0|expected an object whose 'do' is one of [add-note",
                "\"do\": \"add-tag\", \"tag\": \"vip\"|\"do\": \"add-tag\"|/rules/0/then/0/tag|missing; expected text",
                "\"tag\": \"vip\"|\"tag\": \"vip\", \"colour\": 1|/rules/0/then/0/colour|there is no part 'colour'",
                "\"tag\": \"vip\"|\"tag\": 7|/rules/0/then/0/tag|expected text",
                "\"tag\": \"vip\"|\"tag\": null|/rules/0/then/0/tag|expected text",
                "\"after\": \"P7D\"|\"after\": \"7 days\"|/rules/0/then/10/after|expected an ISO 8601 duration such as P7D or PT12H, not '7 days'",
                "\"kind\": \"proforma\"|\"kind\": \"bill\"|/rules/0/then/7/kind|expected one of [proforma, advance",
                "\"status\": \"paid\"|\"status\": \"a b\"|/rules/0/then/6/status|status id must not contain white space",
                "\"weightGrams\": 1500|\"weightGrams\": 0|/rules/0/then/9/parcel|weight must be positive",
                "\"weightGrams\": 1500|\"weightGrams\": \"heavy\"|/rules/0/then/9/parcel/weightGrams|expected a whole number",
                "\"courier\": \"inpost-1\", |''|/rules/0/then/9/courier|missing; expected text",
                "\"value\": true|\"value\": \"yes\"|/rules/0/when/conditions/1/conditions/1/value|expected true or false",
                ", \"value\": true|''|/rules/0/when/conditions/1/conditions/1/value|missing; expected true or false",
                "100.00 PLN|100.00 ZLOTY|/rules/0/when/conditions/0/value|an amount such as \"100.00 PLN\"",
                "100.00 PLN|1e999999999 PLN|/rules/0/when/conditions/0/value|an amount such as \"100.00 PLN\"",
                "\"100.00 PLN\"|100|/rules/0/when/conditions/0/if|'at-least' compares a number; field total is an amount",
                "\"100.00 PLN\"|[]|/rules/0/when/conditions/0/value|an amount such as",
                "\"field\": \"total\"|\"field\": \"totl\"|/rules/0/when/conditions/0/field|no field is called 'totl'; nearest: total",
                "\"values\": [\"test\"]|\"values\": \"test\"|/rules/0/when/conditions/2/conditions/0/values|expected a list",
                "\"values\": [\"test\"]|\"values\": []|/rules/0/when/conditions/2/conditions/0|a comparison wants 1 to",
                "\"values\": [\"test\"]|\"values\": [7]|/rules/0/when/conditions/2/conditions/0/values/0|expected text",
                "\"if\": \"none\"|\"if\": \"nine\"|/rules/0/when/conditions/2/if|no 'if' is called 'nine'; nearest: none",
                "\"id\": \"upload\", |''|/rules/1/id|missing; expected text",
                "\"on\": \"document.rendered\", |''|/rules/1/on|missing; expected text",
                "\"on\": \"document.rendered\"|\"on\": {\"event\": \"status.enterd\"}|/rules/1/on/event|nearest: status.entered",
                "\"on\": \"document.rendered\"|\"on\": {\"event\": \"status.entered\"}|/rules/1/on/status|missing; expected text",
                "\"enabled\": false|\"from\": \"soon\"|/rules/1/from|expected a day such as 2026-01-31, not 'soon'",
                "\"enabled\": false|\"from\": \"2026-02-01\", \"until\": \"2026-01-31\"|/rules/1|'from' 2026-02-01 is after 'until' 2026-01-31",
                "\"version\": 3|\"version\": -3|the whole|must not be negative: -3",
                "\"version\": 3|\"version\": 3.5|/version|expected a whole number",
                "\"version\": 3|\"version\": 99999999999|/version|expected a whole number",
                "\"version\": 3,|''|/version|missing; expected a whole number",
                "\"version\": 3|\"version\": 3, \"version\": 4|the whole|line 2, column 26: not JSON: Duplicate field"
            })
    void namesThePlaceAndWhatWasExpected(String right, String wrong, String place, String expectation) {
        assertThat(WRITTEN).contains(right);
        String broken = WRITTEN.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));

        assertThat(RuleSets.problems(broken, FieldCatalogue.standard()))
                .singleElement()
                .asString()
                .startsWith(place + ": ")
                .contains(expectation)
                .doesNotContain("io.orderweave", "Immutable", "Exception", "java.");
    }

    @Test
    void tellsEveryFaultAtOnce() {
        String broken = WRITTEN.replace("\"field\": \"total\"", "\"field\": \"totl\"")
                .replace("\"if\": \"none\"", "\"if\": \"nine\"")
                .replace("\"tag\": \"plain\"", "\"tga\": \"plain\"")
                .replace("\"after\": \"P7D\"", "\"after\": \"7 days\"")
                .replace("\"enabled\": false", "\"enabled\": \"no\"");

        assertThat(RuleSets.problems(broken, FieldCatalogue.standard()))
                .extracting(WrittenFault::pointer)
                .containsExactly(
                        "/rules/0/when/conditions/0/field",
                        "/rules/0/when/conditions/2/if",
                        "/rules/0/then/1/tga",
                        "/rules/0/then/1/tag",
                        "/rules/0/then/10/after",
                        "/rules/1/enabled");
        assertThatThrownBy(() -> RuleSets.parse(broken))
                .isInstanceOfSatisfying(
                        OrderweaveException.class,
                        fault -> assertThat(fault.category()).isEqualTo(FaultCategory.INVALID_CONFIGURATION))
                .hasMessageStartingWith("rule set:\n/rules/0/when/conditions/0/field: no field is called 'totl'")
                .hasMessageContaining("\n/rules/1/enabled: expected true or false");
    }

    @Test
    void offersTheNearestNames() {
        assertThat(RuleSets.problems(WRITTEN.replace("buyer.is-company", "buyer.company"), FieldCatalogue.standard()))
                .singleElement()
                .satisfies(fault -> assertThat(fault.nearest()).contains("buyer.is-company"));
    }

    @Test
    void readsTheHostsFields() {
        FlagField fragile = FlagField.of("shop.fragile", order -> true);
        String written = WRITTEN.replace("buyer.is-company", "shop.fragile");

        assertThat(RuleSets.problems(written, FieldCatalogue.standard())).hasSize(1);
        assertThat(RuleSets.problems(written, FieldCatalogue.standard().with(fragile)))
                .isEmpty();
        assertThat(RuleSets.parse(written, FieldCatalogue.standard().with(fragile))
                        .rules())
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the whole: expected an object",
                "null|the whole: expected an object",
                "[]|the whole: expected an object with [rules, version]",
                "{\"version\": 1, \"rules\": [}|the whole: line 1, column 26: not JSON",
                "{\"version\": 1, \"rules\": []} {}|the whole: line 1"
            })
    void refusesWhatIsNoRuleSet(String json, String problem) {
        assertThat(RuleSets.problems(json, FieldCatalogue.standard()))
                .first()
                .asString()
                .startsWith(problem);
    }
}
