package io.orderweave.bankmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankMailboxTest {

    @Test
    void requiresAuthenticationUnlessToldOtherwise() {
        assertThat(TestMailbox.settings().build().policy()).isEqualTo(AuthenticationPolicy.REQUIRE);
    }

    @Test
    void refusesToAuthenticateWithoutTheNameOfTheOwnServer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TestMailbox.settings().authservId(Optional.empty()).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestMailbox.settings()
                        .authservId(" ")
                        .policy(AuthenticationPolicy.WARN)
                        .build());
    }

    @Test
    void refusesAMailboxWithoutAddressOrAccount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestMailbox.settings().recipients(List.of()).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestMailbox.settings().ownAccounts(List.of()).build());
    }

    @Test
    void refusesAnAgeThatNoNoticeHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestMailbox.settings().maxAge(Duration.ZERO).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmail-0123abcd@shop.example", "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyz@"})
    void refusesASecretThatCouldBeGuessed(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> SecretAddress.of(address));
    }

    @Test
    void makesADifferentSecretEachTime() {
        SecureRandom random = new SecureRandom();
        Set<SecretAddress> made = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            made.add(SecretAddress.generate(random, "mail.shop.example"));
        }

        assertThat(made).hasSize(100);
        assertThat(made)
                .allSatisfy(address -> assertThat(address.reveal()).matches("[a-z2-7]{26}@mail\\.shop\\.example"));
    }

    @Test
    void refusesLimitsThatNothingPasses() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MailLimits(0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MailLimits(1, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MailLimits(1, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MailLimits(1, 1, 1, 0));
        assertThat(new MailLimits(1, 1, 1, 1).depth()).isEqualTo(1);
    }

    @Test
    void comparesSecretsByTheirLetters() {
        SecretAddress secret = SecretAddress.of(TestMailbox.ADDRESS);

        assertThat(secret)
                .isEqualTo(SecretAddress.of(TestMailbox.ADDRESS.toUpperCase(Locale.ROOT)))
                .hasSameHashCodeAs(SecretAddress.of(TestMailbox.ADDRESS.toUpperCase(Locale.ROOT)))
                .isNotEqualTo(SecretAddress.of("x" + TestMailbox.ADDRESS))
                .isNotEqualTo(TestMailbox.ADDRESS);
    }

    @Test
    void knowsAnAccountHoweverItIsWritten() {
        Currency crowns = Currency.getInstance("CZK");

        assertThatIllegalArgumentException().isThrownBy(() -> new OwnAccount("2600457891", crowns));
        assertThat(new OwnAccount("2600457891/2010", crowns)).isNotNull();
        assertThat(new OwnAccount("CZ65 0800 0000 1920 0014 5399", crowns)).isNotNull();
    }

    @Test
    void printsNoSecretsAndNoAccounts() {
        BankMailbox mailbox =
                TestMailbox.settings().addAllowedForwarder("owner@shop.example").build();

        assertThat(mailbox.toString()).doesNotContain("k7x2m4qd", "2600457891", "2944102345", "owner@");
        assertThat(mailbox.recipients().toString()).doesNotContain("k7x2m4qd");
    }
}
