package io.orderweave.examples.shop.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No mistake keeps the others from being told, whichever part of the library finds it. */
class AllMistakesTest {

    private static final String SELLER = """
            database = sqlite:shop.db
            seller.name = Shop
            seller.street = Street 1
            seller.city = Praha
            seller.postal-code = 11000
            seller.country = CZ
            seller.zone = Europe/Prague
            seller.language = cs
            """;
    private static final String COURIER = """
            connection.inpost.type = inpost
            connection.inpost.set.organization.id = 1
            connection.inpost.set.token = hunter2
            """;
    private static final String BANK = """
            connection.fio.type = bank-mails
            connection.fio.folder = mails
            connection.fio.address = bank-7f3a9c1e5b8d2046a1c3e5f7@shop.example
            connection.fio.authserv-id = mx.shop.example
            connection.fio.account.CZK = 2400123459/2010
            """;
    private static final String RULES = """
            {"version": 1, "rules": [
              {"id": "send", "on": "order.confirmed",
                "then": [{"do": "create-shipment", "courier": "inpots", "parcel": {"weightGrams": 1000}}]},
              {"id": "tell", "on": "order.confirmed", "then": [{"do": "set-status", "status": "shiped"}]},
              {"id": "bill", "on": "order.confirmed", "then": [{"do": "issue-document", "kind": "INVOICE"}]}
            ]}
            """;

    @TempDir
    Path folder;

    @Test
    void namesAndValuesThatCannotBeAreToldAtTheirKeys() throws IOException {
        List<String> told = mistakes("""
                seller.id = my shop
                seller.tax-id. = 1
                seller.account.KORUNA = CZ7620100000002400123459
                series.my\\ invoices.kind = invoice
                series.my\\ invoices.mask = FV{YYYY}{NNNN}
                connection.a.type = allegro
                connection.a.status.in.SENT = shipped  # comment
                connection.a.status.in. = shipped
                connection.a.status.out.on\\ its\\ way = shipped
                connection.a.status.out.posted = sent
                connection.a.payment. = online
                connection.my\\ b.type = allegro
                connection.c.type = merchantpro
                connection.c.set.shop.url = http://shop.example:99999
                connection.c.set.api.key = key
                connection.c.set.api.secret = hunter2
                connection.c.set.currency = RON
                seller.zone = Warsaw
                """);

        assertThat(told)
                .allMatch(line ->
                        line.startsWith(folder.resolve("shop.properties").toString()))
                .noneMatch(line -> line.contains("hunter2"))
                .anyMatch(line -> line.contains("line 1, seller.id: expected a name without white space"))
                .anyMatch(line -> line.contains("line 2, seller.tax-id.: expected a number, and a type in the key"))
                .anyMatch(line -> line.contains("line 3, seller.account.KORUNA: expected an IBAN"))
                .anyMatch(line -> line.contains("line 4, series.my invoices.kind: expected a name"))
                .anyMatch(line -> line.contains("line 7, connection.a.status.in.SENT: expected one of the statuses ["))
                .anyMatch(line -> line.contains("line 8, connection.a.status.in.: expected one of the statuses ["))
                .anyMatch(line -> line.contains("line 9, connection.a.status.out.on its way: expected one of the stat"))
                .anyMatch(line -> line.contains("line 10, connection.a.status.out.posted: expected one of the stat"))
                .anyMatch(line -> line.contains("line 10, connection.a.status.out.posted: expected one of [PROCESSING"))
                .anyMatch(line -> line.contains("line 11, connection.a.payment.: expected your own word"))
                .anyMatch(line -> line.contains("line 12, connection.my b.type: expected a name"))
                .anyMatch(
                        line -> line.contains("line 14, connection.c.set.shop.url: expected an absolute http or https"))
                .anyMatch(line -> line.contains("line 18, seller.zone: expected a time zone"));
    }

    @Test
    void rulesThatNameWhatIsNotThereAreToldWithTheirFile() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.json"), RULES);

        List<String> told = mistakes(SELLER + COURIER + "rules = rules.json\nnod = a\n");

        assertThat(told)
                .hasSize(4)
                .anyMatch(
                        line -> line.contains("line 12, rules: " + rules + ": rule send: ") && line.contains("inpots"))
                .anyMatch(
                        line -> line.contains("line 12, rules: " + rules + ": rule tell: ") && line.contains("shiped"))
                .anyMatch(line -> line.contains("rule bill: it issues INVOICE documents, for which no seller has"))
                .anyMatch(line -> line.contains("line 13, nod: is not a key of this file"));
    }

    @Test
    void seriesThatAPayerCouldConfuseAreToldAtTheirMaskAndRulesBesideThem() throws IOException {
        Files.writeString(folder.resolve("rules.json"), RULES);

        List<String> told = mistakes(SELLER + COURIER + BANK + """
                series.bills.kind = invoice
                series.bills.mask = FV{YYYY}{NNNN}
                series.notes.kind = proforma
                series.notes.mask = PF{YYYY}{NNNN}
                rules = rules.json
                """);

        assertThat(told)
                .hasSize(3)
                .anyMatch(line -> line.contains("line 18, series.bills.mask: series bills (FV{YYYY}{NNNN}) and notes")
                        && line.contains("the same variable symbols"))
                .anyMatch(line -> line.contains("rule send: "))
                .anyMatch(line -> line.contains("rule tell: "));
    }

    /** Whoever left out a token must not be told that his rules are wrong. */
    @Test
    void nothingIsSaidOfRulesWhileAPartIsMissingThatTheyMayName() throws IOException {
        Files.writeString(folder.resolve("rules.json"), RULES);
        String series = "series.bills.kind = invoice\nseries.bills.mask = FV{YYYY}{MMMM}\n";

        assertThat(mistakes(SELLER + COURIER.replace("hunter2", "") + "rules = rules.json\n"))
                .hasSize(1)
                .allMatch(line -> line.contains("connection.inpost.set.token: is empty"));
        assertThat(mistakes(SELLER + COURIER + series + "rules = rules.json\n"))
                .hasSize(1)
                .allMatch(line -> line.contains("series.bills.mask: "));
    }

    private List<String> mistakes(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.properties"), text);
        return String.valueOf(catchThrowableOfType(ConfigException.class, () -> ShopConfig.read(file, name -> null))
                        .getMessage())
                .lines()
                .toList();
    }
}
