package io.orderweave.connectors.merchantpro;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.orderweave.benchmarks.OrderMapping;
import io.orderweave.connector.OrderFeed;
import io.orderweave.http.RawJson;
import java.util.Set;

/** The mapping of the MerchantPro connector alone, from what its API client hands over. */
public final class MerchantProMapping implements OrderMapping {

    private final MerchantProOrderMapper mapper = new MerchantProOrderMapper(Set.of("cash_delivery"));
    private final String id;

    /** For the order of that id, which the connector knows before it reads an order. */
    public MerchantProMapping(String id) {
        this.id = id;
    }

    @Override
    public OrderFeed.Item map(byte[] document) {
        try {
            return mapper.item(id, RawJson.parse(document, MerchantProOrderDto.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the document is not JSON", e);
        }
    }
}
