package io.orderweave.couriers.inpost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderweave.courier.CreateAnswer;
import io.orderweave.courier.ShipmentRequest;
import io.orderweave.couriers.Reference;
import io.orderweave.couriers.Requests;
import io.orderweave.couriers.internal.Checked;
import io.orderweave.http.LenientJson;
import io.orderweave.money.Money;
import java.io.IOException;
import java.net.URI;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Our requests and our reading of answers, beside the reference's samples of ShipX. */
class InPostReferenceTest {

    private final InPostPurchase purchase =
            new InPostPurchase(new InPostTrackingPage(URI.create("https://inpost.example/track")));

    @Test
    void announcesToALockerInTheFieldsOfTheSample() throws IOException {
        JsonNode ours = form(Requests.toPolishPoint().collectOnDelivery(Money.of("149.90", "PLN")));

        assertThat(paths(sample("create-locker-cod.request.json"))).containsAll(paths(ours));
    }

    @Test
    void announcesToADoorInTheFieldsOfTheSample() throws IOException {
        JsonNode ours = form(Requests.toPolishAddress().collectOnDelivery(Money.of("149.90", "PLN")));

        assertThat(paths(sample("create-courier-cod.request.json"))).containsAll(paths(ours));
    }

    @Test
    void readsTheAnswersToAnAnnouncement() throws IOException {
        assertThat(read("create.response.json"))
                .isInstanceOfSatisfying(
                        CreateAnswer.Accepted.class,
                        accepted -> assertThat(accepted.handle()).isEqualTo("1234567"));
        assertThat(read("get-confirmed.response.json")).isInstanceOf(CreateAnswer.Created.class);
    }

    @Test
    void readsTheRefusals() throws IOException {
        assertThat(InPostErrors.codes(sample("error-validation.response.json")))
                .containsExactlyInAnyOrder(
                        "custom_attributes.target_point:does_not_exist", "cod:must_be_less_than_or_equal_to_insurance");
        assertThat(InPostErrors.codes(sample("label-too-early.response.json")))
                .containsExactly(InPostErrors.INVALID_ACTION);
        assertThat(InPostErrors.codes(sample("error-404.response.json"))).containsExactly("resource_not_found");
    }

    @Test
    void readsTheScans() throws IOException {
        InPostTrackingDto tracking =
                LenientJson.mapper().treeToValue(sample("tracking.response.json"), InPostTrackingDto.class);

        assertThat(tracking.trackingDetails())
                .extracting(InPostTrackingDto.Detail::status)
                .containsExactly("ready_to_pickup", "confirmed");
    }

    private CreateAnswer read(String name) throws IOException {
        InPostShipmentDto shipment = LenientJson.mapper().treeToValue(sample(name), InPostShipmentDto.class);
        return purchase.read(String.valueOf(shipment.id()), shipment);
    }

    private static JsonNode form(ShipmentRequest.Builder request) {
        Checked<InPostShipmentForm> checked =
                new InPostShipmentMapper("dispatch_order", false, InPostTemplate.SMALL).map(request.build());
        return LenientJson.mapper().valueToTree(((Checked.Ready<InPostShipmentForm>) checked).body());
    }

    private static TreeSet<String> paths(JsonNode node) {
        TreeSet<String> paths = new TreeSet<>();
        collect("", node, paths);
        return paths;
    }

    private static void collect(String path, JsonNode node, TreeSet<String> paths) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), paths));
        } else if (node.isArray()) {
            node.forEach(element -> collect(path + "[]", element, paths));
        } else {
            paths.add(path + " " + (node.isNumber() ? "number" : node.getNodeType()));
        }
    }

    private static JsonNode sample(String name) throws IOException {
        return LenientJson.mapper()
                .readTree(Reference.resolve("samples/couriers/inpost-shipx/" + name)
                        .toFile());
    }
}
