package io.orderweave.testing;

import io.orderweave.event.Subject;
import io.orderweave.store.BlobStore;
import io.orderweave.store.EffectQuery;
import io.orderweave.store.EffectStore;
import io.orderweave.store.JournalRow;
import io.orderweave.store.JournalStore;
import io.orderweave.store.LeaseStore;
import io.orderweave.store.RecordCollection;
import io.orderweave.store.RecordCollections;
import io.orderweave.store.RecordQuery;
import io.orderweave.store.RecordStore;
import io.orderweave.store.SeriesStore;
import io.orderweave.store.StoredEffect;
import io.orderweave.store.StoredRecord;
import io.orderweave.store.Stores;
import io.orderweave.store.Transactor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Stores that fail at a call of the test's choice, and that can be written out whole. */
public final class ProbedStores implements Stores {

    private final Stores stores;
    private final Set<String> blobs = new TreeSet<>();
    private final Set<String> subjects = new TreeSet<>();
    private long callsLeft = Long.MAX_VALUE;
    private long calls;

    public ProbedStores(Stores stores) {
        this.stores = stores;
    }

    /** What a store throws when it was told to fail. */
    public static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Cut() {
            super("cut by the test");
        }
    }

    /** The call after so many more fails. */
    public void failAfter(long more) {
        callsLeft = more;
    }

    public void failNoMore() {
        callsLeft = Long.MAX_VALUE;
    }

    /** How often a store was called so far. */
    public long calls() {
        return calls;
    }

    /** Everything that lies in the stores, as text by where it lies. */
    public Map<String, String> dump() {
        Map<String, String> dump = new TreeMap<>();
        for (RecordCollection collection : RecordCollections.all()) {
            for (StoredRecord record :
                    stores.records().find(RecordQuery.all(collection)).records()) {
                dump.put(
                        record.key().toString(),
                        record.version() + text(record.content().json()));
            }
        }
        for (StoredEffect effect : stores.effects().find(EffectQuery.ALL)) {
            dump.put("effect " + effect.key(), effect.version() + text(effect.json()));
        }
        for (String subject : subjects) {
            for (JournalRow row : stores.journal().read(subject, 1, 10_000)) {
                dump.put("entry " + row.subject() + " " + row.sequence(), row.event() + text(row.json()));
            }
        }
        for (String blob : blobs) {
            stores.blobs().get(blob).ifPresent(content -> dump.put("blob " + blob, text(content)));
        }
        return dump;
    }

    /** What of a dump is about that subject's id. */
    public static Map<String, String> about(Map<String, String> dump, Subject subject) {
        Map<String, String> about = new TreeMap<>(dump);
        about.entrySet().removeIf(entry -> !(entry.getKey() + entry.getValue()).contains(subject.id()));
        return about;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private <T> T probed(Class<T> port, T real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    calls++;
                    if (callsLeft-- <= 0) {
                        throw new Cut();
                    }
                    try {
                        Object answer = method.invoke(real, given);
                        note(method.getName(), given, answer);
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void note(String method, Object[] given, Object answer) {
        if (method.equals("put")) {
            blobs.add((String) answer);
        }
        if (method.equals("append")) {
            ((Iterable<?>) given[0]).forEach(row -> subjects.add(((JournalRow) row).subject()));
        }
    }

    @Override
    public Transactor transactor() {
        return stores.transactor();
    }

    @Override
    public RecordStore records() {
        return probed(RecordStore.class, stores.records());
    }

    @Override
    public JournalStore journal() {
        return probed(JournalStore.class, stores.journal());
    }

    @Override
    public EffectStore effects() {
        return probed(EffectStore.class, stores.effects());
    }

    @Override
    public SeriesStore series() {
        return stores.series();
    }

    @Override
    public LeaseStore leases() {
        return stores.leases();
    }

    @Override
    public BlobStore blobs() {
        return probed(BlobStore.class, stores.blobs());
    }

    @Override
    public Instant now() {
        return stores.now();
    }
}
