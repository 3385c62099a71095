package io.orderweave.effect;

import io.orderweave.id.EntryId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Where a change or effect comes from in the end. The same whenever the same outside entry is decided upon again by the same rules,
 * so it can stand in a key.
 *
 * @param root the journal entry of what came from outside
 * @param path the rules and effects that led from there
 */
public record Origin(EntryId root, List<String> path) {

    public Origin {
        path = List.copyOf(path);
    }

    public static Origin of(EntryId root) {
        return new Origin(root, List.of());
    }

    /** One step further. */
    public Origin then(String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return new Origin(root, longer);
    }

    /** A short text that differs for different origins. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((root + "\n" + String.join("\n", path)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
