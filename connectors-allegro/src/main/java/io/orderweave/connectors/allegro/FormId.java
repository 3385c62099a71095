package io.orderweave.connectors.allegro;

import java.util.regex.Pattern;

/** What may be the id of a checkout form: Allegro's are UUIDs; anything else would be a trap in paths and keys. */
final class FormId {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

    private FormId() {}

    static boolean isValid(String id) {
        return ID.matcher(id).matches();
    }

    /** The id, or a made-up one, the same for the same content. */
    static String orUnidentified(String id, int contentHash) {
        return isValid(id) ? id : "unidentified-" + Integer.toHexString(contentHash);
    }
}
