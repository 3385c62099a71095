package io.orderweave.connectors.merchantpro;

import io.orderweave.http.RawJson;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What may be the id of an order or product: text that may hold a dot, and the whole of it is the id. Anything else would be a trap
 * in paths and keys.
 */
final class MerchantProIds {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private MerchantProIds() {}

    static boolean isValid(String id) {
        return ID.matcher(id).matches();
    }

    /** The id of a row, or a made-up one, the same for the same content. */
    static String of(RawJson row) {
        return orUnidentified(row.text("id"), Arrays.hashCode(row.bytes()));
    }

    /** The id, or a made-up one. */
    static String orUnidentified(String id, int contentHash) {
        return isValid(id) ? id : "unidentified-" + Integer.toHexString(contentHash);
    }
}
