package io.orderweave.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouterTest {

    private final Router router = new Router()
            .on("GET", "/order/checkout-forms", call -> Answer.empty(200))
            .on("GET", "/order/checkout-forms/{id}", call -> Answer.empty(200))
            .on("PUT", "/order/checkout-forms/{id}/invoices/{invoiceId}/file", call -> Answer.empty(200));

    @Test
    void findsTheRouteAndItsVariables() {
        Router.Target target = router.find(call("PUT", "/order/checkout-forms/a-1/invoices/b.2/file"))
                .orElseThrow();

        assertThat(target.operation()).isEqualTo("PUT /order/checkout-forms/{id}/invoices/{invoiceId}/file");
        assertThat(target.call().variable("id")).isEqualTo("a-1");
        assertThat(target.call().variable("invoiceId")).isEqualTo("b.2");
    }

    @Test
    void findsNothingForAnotherMethodOrAnotherPath() {
        assertThat(router.find(call("POST", "/order/checkout-forms"))).isEmpty();
        assertThat(router.find(call("GET", "/order/checkout-forms/a/b"))).isEmpty();
        assertThat(router.find(call("GET", "/order/checkout-formsX"))).isEmpty();
    }

    private static Call call(String method, String path) {
        return new Call(method, path, Optional.empty(), new Headers(), new byte[0], Map.of());
    }
}
