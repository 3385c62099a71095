package io.orderweave.connectors.kaufland;

import java.util.regex.Pattern;

/** What may be the id of an order or a return: letters and digits; anything else would be a trap in paths and keys. */
final class KauflandId {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,50}");

    private KauflandId() {}

    static boolean isValid(String id) {
        return ID.matcher(id).matches();
    }

    /** The id, or a made-up one, the same for the same content. */
    static String orUnidentified(String id, int contentHash) {
        return isValid(id) ? id : "unidentified-" + Integer.toHexString(contentHash);
    }
}
