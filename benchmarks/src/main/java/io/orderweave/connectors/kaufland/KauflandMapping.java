package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.benchmarks.OrderMapping;
import io.orderweave.connector.OrderFeed;
import io.orderweave.http.RawJson;

/** The mapping of the Kaufland connector alone, from what its API client hands over. */
public final class KauflandMapping implements OrderMapping {

    private final KauflandOrderMapper mapper = new KauflandOrderMapper();
    private final String id;

    /** For the order of that id, which the connector knows before it reads an order. */
    public KauflandMapping(String id) {
        this.id = id;
    }

    @Override
    public OrderFeed.Item map(byte[] document) {
        try {
            return mapper.item(id, RawJson.parse(document, KauflandOrderDto.Envelope.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the document is not JSON", e);
        }
    }
}
