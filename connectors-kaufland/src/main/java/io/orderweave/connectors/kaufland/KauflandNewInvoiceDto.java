package io.orderweave.connectors.kaufland;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * An invoice to upload.
 *
 * @param data the file in base64
 */
@JsonNaming(SnakeCaseStrategy.class)
record KauflandNewInvoiceDto(String originalName, String mimeType, String data) {

    @Override
    public String toString() {
        return "KauflandNewInvoiceDto[" + originalName + "]";
    }
}
