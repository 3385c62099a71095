package io.orderweave.testing;

import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.ConnectionId;
import io.orderweave.connection.RawDocument;
import io.orderweave.money.Money;
import io.orderweave.payment.BankTransaction;
import io.orderweave.payment.PaymentSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bank in memory: a list of notices that only grows. */
public final class FakeBank implements PaymentSource {

    public static final ConnectionId BANK = new ConnectionId("bank");

    private final List<Item> notices = new ArrayList<>();

    /** A transfer of that reference, 120.00 PLN unless changed. */
    public static BankTransaction.Builder transfer(String replayKey) {
        BankTransaction.Builder transaction = BankTransaction.builder();
        transaction
                .replayKey(replayKey)
                .amount(Money.of("120.00", "PLN"))
                .bookedOn(LocalDate.of(2026, 3, 1))
                .receivedAt(TestOrders.NOON.plusSeconds(40))
                .ownAccount("PL61109010140000071219812874")
                .counterpartyName("Jan Przykładowy");
        return transaction;
    }

    public void tell(BankTransaction transaction) {
        notices.add(new Item.Received(transaction));
    }

    public void refuse(String id, String raw, String reason) {
        RawDocument document = new RawDocument("message/rfc822", raw.getBytes(StandardCharsets.UTF_8));
        notices.add(new Item.Refused(id, document, reason, "refused by the test"));
    }

    @Override
    public Batch poll(Optional<Checkpoint> from, int limit) {
        int start = from.map(checkpoint -> Integer.parseInt(checkpoint.value())).orElse(0);
        int end = Math.min(notices.size(), start + limit);
        return new Batch(notices.subList(start, end), new Checkpoint(1, String.valueOf(end)), end < notices.size());
    }
}
