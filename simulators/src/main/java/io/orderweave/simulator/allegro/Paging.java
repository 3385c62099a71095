package io.orderweave.simulator.allegro;

import io.orderweave.simulator.internal.Call;
import java.util.List;

/** The {@code limit} and {@code offset} of a list. */
record Paging(int limit, int offset, boolean readable) {

    private static final int LARGEST_OFFSET = 9_999_999;

    static Paging of(Call call, int usual, int most) {
        try {
            int limit = call.query().first("limit").map(Integer::parseInt).orElse(usual);
            int offset = call.query().first("offset").map(Integer::parseInt).orElse(0);
            return new Paging(limit, offset, limit >= 1 && limit <= most && offset >= 0 && offset <= LARGEST_OFFSET);
        } catch (NumberFormatException e) {
            return new Paging(usual, 0, false);
        }
    }

    <T> List<T> of(List<T> all) {
        return all.stream().skip(offset).limit(limit).toList();
    }
}
