package io.orderweave.connectors.allegro;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.benchmarks.OrderMapping;
import io.orderweave.connector.OrderFeed;
import io.orderweave.http.RawJson;

/** The mapping of the Allegro connector alone, from what its API client hands over. */
public final class AllegroMapping implements OrderMapping {

    private final AllegroOrderMapper mapper = new AllegroOrderMapper();
    private final String id;

    /** For the order of that id, which the connector knows before it reads an order. */
    public AllegroMapping(String id) {
        this.id = id;
    }

    @Override
    public OrderFeed.Item map(byte[] document) {
        try {
            return mapper.item(id, RawJson.parse(document, AllegroCheckoutFormDto.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the document is not JSON", e);
        }
    }
}
