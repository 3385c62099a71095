package io.orderweave.bankmail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of RFC 8601 section 2.2 and the shapes of its appendix B. */
class AuthenticationResultsTest {

    @Test
    void readsTheServerAndEveryResult() {
        AuthenticationResults verdict = AuthenticationResults.parse(
                        "mx.shop.example 1; spf=pass smtp.mailfrom=example.net;"
                                + " dkim=fail reason=\"bad; signature\" header.d=Example.NET header.i=@example.net")
                .orElseThrow();

        assertThat(verdict.authservId()).isEqualTo("mx.shop.example");
        assertThat(verdict.results()).hasSize(2);
        assertThat(verdict.results().get(0).passes("spf")).isTrue();
        assertThat(verdict.results().get(0).property("smtp.mailfrom")).contains("example.net");
        assertThat(verdict.results().get(1).passes("dkim")).isFalse();
        assertThat(verdict.results().get(1).property("header.d")).contains("example.net");
        assertThat(verdict.results().get(1).property("header.i")).contains("@example.net");
        assertThat(verdict.results().get(1).property("header.s")).isEmpty();
    }

    @Test
    void readsAServerThatChecksNothing() {
        assertThat(AuthenticationResults.parse("mx.shop.example; none")
                        .orElseThrow()
                        .results())
                .isEmpty();
    }

    @Test
    void passesOverCommentsEverywhere() {
        AuthenticationResults verdict = AuthenticationResults.parse(
                        "(a) foo.example.net (b (c) \\) d) 1 (e); (f) dkim (g) / (h) 1 (i) = (j) pass (k; dmarc=pass)"
                                + " header (l) . (m) d (n) = (o) fio.cz (p)")
                .orElseThrow();

        assertThat(verdict.authservId()).isEqualTo("foo.example.net");
        assertThat(verdict.results()).hasSize(1);
        assertThat(verdict.results().get(0).property("header.d")).contains("fio.cz");
    }

    @Test
    void readsQuotedServersAndValues() {
        AuthenticationResults verdict = AuthenticationResults.parse(
                        "\"mx; shop\"; auth=pass smtp.auth=\"a\\\"b; c=d\" smtp.mailfrom=\"a b\"@example.net")
                .orElseThrow();

        assertThat(verdict.authservId()).isEqualTo("mx; shop");
        assertThat(verdict.results()).hasSize(1);
        assertThat(verdict.results().get(0).property("smtp.auth")).contains("a\"b; c=d");
        assertThat(verdict.results().get(0).property("smtp.mailfrom")).contains("a b@example.net");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mx.shop.example",
                "mx.shop.example;",
                "mx.shop.example; ",
                "; dkim=pass",
                "mx.shop.example; dkim",
                "mx.shop.example; dkim=",
                "mx.shop.example; =pass",
                "mx.shop.example; none; dkim=pass",
                "mx.shop.example; none dkim=pass",
                "mx.shop.example; dkim=pass;",
                "mx.shop.example; dkim=pass;; spf=pass",
                "mx.shop.example; dkim=pass header.d",
                "mx.shop.example; dkim=pass header.d=",
                "mx.shop.example; dkim=pass header=fio.cz",
                "mx.shop.example; dkim=pass fio.cz",
                "mx.shop.example; dkim=pass header.d=a header.d=b",
                "mx.shop.example; dkim=pass header.d=a reason=late",
                "mx.shop.example; dkim=pass (open",
                "mx.shop.example; dkim=pass (a))",
                "mx.shop.example; dkim=pass header.d=\"open",
                "mx.shop.example 2; dkim=pass",
                "mx shop; dkim=pass",
                "mx.shop.example, dkim=pass",
                "spf=pass smtp.mailfrom=a; dkim=pass header.d=b"
            })
    void refusesAWholeFieldThatDoesNotFit(String body) {
        assertThat(AuthenticationResults.parse(body)).isEmpty();
    }
}
