package io.orderweave.bankmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderweave.bankmail.BankMailOutcome.Parsed;
import io.orderweave.bankmail.BankMailOutcome.Rejected;
import io.orderweave.bankmail.BankMailOutcome.Unreadable;
import io.orderweave.payment.BankTransaction;

/** What tests ask of an outcome. */
final class Outcomes {

    private Outcomes() {}

    static void assertRejected(BankMailOutcome outcome, RejectionReason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }

    static void assertUnreadable(BankMailOutcome outcome, UnreadableReason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(reason));
    }

    static BankTransaction onlyTransaction(BankMailOutcome outcome, Authenticity authenticity) {
        assertThat(outcome).isInstanceOf(Parsed.class);
        Parsed parsed = (Parsed) outcome;
        assertThat(parsed.authenticity()).isEqualTo(authenticity);
        assertThat(parsed.transactions()).hasSize(1);
        return parsed.transactions().get(0);
    }
}
