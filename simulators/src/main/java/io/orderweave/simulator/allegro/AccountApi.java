package io.orderweave.simulator.allegro;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderweave.simulator.internal.Answer;
import io.orderweave.simulator.internal.Call;
import io.orderweave.simulator.internal.Json;
import java.util.List;

/** What an application looks up about the seller and the platform: who he is, carriers, delivery methods. */
final class AccountApi {

    private final AllegroSettings settings;

    AccountApi(AllegroSettings settings) {
        this.settings = settings;
    }

    Answer me(Call call) {
        ObjectNode body = Json.object()
                .put("id", settings.sellerId())
                .put("login", settings.sellerLogin())
                .put("firstName", "Danuta")
                .put("lastName", "Sprzedawca")
                .put("email", "sklep@shop.example");
        body.putObject("baseMarketplace").put("id", AllegroMarketplace.PL.id());
        body.putObject("company").put("name", "Dobry Sklep").put("taxId", "5260001246");
        body.putArray("features");
        return Answer.json(200, AllegroErrors.MEDIA_TYPE, body);
    }

    Answer carriers(Call call) {
        ObjectNode body = Json.object();
        ArrayNode carriers = body.putArray("carriers");
        settings.carriers().forEach(id -> carriers.addObject().put("id", id).put("name", id));
        carriers.addObject().put("id", ShipmentsApi.OTHER);
        return Answer.json(200, AllegroErrors.MEDIA_TYPE, body);
    }

    Answer deliveryMethods(Call call) {
        List<String> wanted = call.query().all("marketplace");
        ObjectNode body = Json.object();
        ArrayNode methods = body.putArray("deliveryMethods");
        for (DeliveryMethod method : DeliveryMethod.values()) {
            if (wanted.isEmpty() || wanted.contains(method.marketplace().id())) {
                methods.add(shown(method));
            }
        }
        return Answer.json(200, AllegroErrors.MEDIA_TYPE, body);
    }

    private static ObjectNode shown(DeliveryMethod method) {
        ObjectNode node = Json.object().put("id", method.id()).put("name", method.label());
        node.putArray("marketplaces").add(method.marketplace().id());
        node.put("paymentPolicy", method.cashOnDelivery() ? "CASH_ON_DELIVERY" : "IN_ADVANCE")
                .put("allegroEndorsed", false)
                .putNull("dispatchCountry")
                .put("destinationCountry", method.marketplace().country())
                .putObject("shippingRatesConstraints")
                .put("allowed", true);
        return node;
    }
}
