package io.orderweave;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.id.RuleId;
import io.orderweave.notice.Audience;
import io.orderweave.notice.Notice;
import io.orderweave.notice.NoticeTemplate;
import io.orderweave.notice.Notifier;
import io.orderweave.notice.Placeholder;
import io.orderweave.rule.Action;
import io.orderweave.rule.Rule;
import io.orderweave.rule.RuleSet;
import io.orderweave.rule.Trigger;
import io.orderweave.testing.ChannelOrders;
import io.orderweave.testing.TestShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every Java block of docs/notices.md stands here, where it compiles and runs. */
class NoticesGuideTest {

    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private final TestShop shop = new TestShop();
    private final List<Notice> sent = new ArrayList<>();

    @Test
    void everyBlockOfTheGuideStandsInThisTest() throws IOException {
        String code = unindented(Files.readString(Path.of("src/test/java/io/orderweave/NoticesGuideTest.java")));

        List<String> blocks = BLOCK.matcher(guide())
                .results()
                .map(block -> unindented(block.group(1)))
                .toList();

        assertThat(blocks).hasSize(1).allSatisfy(block -> assertThat(code).contains(block));
    }

    @Test
    void everyPlaceIsInTheGuide() throws IOException {
        assertThat(guide())
                .contains(Placeholder.names().stream()
                        .map(name -> "`" + name + "`")
                        .toList());
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("../docs/notices.md"));
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "");
    }

    @Test
    void remindsOfAPaymentOnce() {
        OrderHubBuilder builder = shop.builder();
        Notifier mail = new Notifier() {
            @Override
            public String channel() {
                return "email";
            }

            @Override
            public void send(Notice notice) {
                sent.add(notice);
            }
        };

        NoticeTemplate overdue = NoticeTemplate.builder()
                .name("overdue")
                .putText(
                        "en",
                        new NoticeTemplate.Text(
                                "Order {{order.number}} is waiting for your payment",
                                "Dear {{buyer.name}},\nplease pay {{order.open-amount}} to {{seller.account}}."))
                .putText(
                        "pl",
                        new NoticeTemplate.Text(
                                "Zamówienie {{order.number}} czeka na płatność",
                                "Dzień dobry, {{buyer.name}},\nprosimy o wpłatę {{order.open-amount}} na konto {{seller.account}}."))
                .build();
        Rule reminder = Rule.builder()
                .id(new RuleId("remind-after-three-days"))
                .trigger(new Trigger.PaymentOverdue(Duration.ofDays(3)))
                .addAction(new Action.Notify("overdue", Audience.CUSTOMER, "email"))
                .build();
        OrderHub hub = builder.noticeTemplate(overdue)
                .notifier(mail)
                .rules(RuleSet.of(1, reminder))
                .build();

        shop.channel.tell(ChannelOrders.unpaid("A1").build());
        hub.pull(TestShop.CHANNEL);
        shop.clock.advance(Duration.ofDays(3));
        hub.effects().runDue();
        shop.clock.advance(Duration.ofDays(3));
        hub.effects().runDue();

        assertThat(sent)
                .singleElement()
                .satisfies(notice -> assertThat(notice.body())
                        .isEqualTo("Dzień dobry, Jan Przykładowy,\nprosimy o wpłatę 120.00 PLN na konto"
                                + " PL61109010140000071219812874."));
    }
}
