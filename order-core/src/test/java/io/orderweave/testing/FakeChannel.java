package io.orderweave.testing;

import io.orderweave.channel.ChannelId;
import io.orderweave.channel.RemoteAccount;
import io.orderweave.connection.Checkpoint;
import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.RawDocument;
import io.orderweave.connection.Settings;
import io.orderweave.connection.SettingsSchema;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.Cancellations;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ChannelConnectorFactory;
import io.orderweave.connector.ChannelOrder;
import io.orderweave.connector.ConnectorContext;
import io.orderweave.connector.ConnectorProfile;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.connector.InboundEndpoint;
import io.orderweave.connector.OrderFeed;
import io.orderweave.connector.OrderReader;
import io.orderweave.connector.Refunds;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.connector.TrackingUpdates;
import io.orderweave.error.FaultCategory;
import io.orderweave.order.StatusIntent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A sales channel in memory: a list of feed items that only grows, and what was written to it. */
public final class FakeChannel implements ChannelConnectorFactory, ChannelConnector {

    public static final ChannelId CHANNEL = new ChannelId("fake");

    private final List<OrderFeed.Item> feed = new ArrayList<>();
    private final Map<String, OrderFeed.Item> current = new HashMap<>();
    private final Deque<RuntimeException> pollFaults = new ArrayDeque<>();
    private final Deque<RuntimeException> writeFaults = new ArrayDeque<>();
    private final Deque<RuntimeException> faultsAfterWrite = new ArrayDeque<>();
    private final List<StatusUpdates.StatusUpdate> statuses = new ArrayList<>();
    private final List<TrackingUpdates.TrackingUpdate> tracking = new ArrayList<>();
    private final Map<String, Boolean> documents = new HashMap<>();
    private final List<String> begunDocuments = new ArrayList<>();
    private final List<String> read = new ArrayList<>();
    private final FakeRefunds refunds = new FakeRefunds(this::write);
    private final FakeCancellations cancellations = new FakeCancellations(this::write);
    private final FakeInbound inbound = new FakeInbound();
    private Runnable duringNextPoll = () -> {};
    private Runnable duringNextRead = () -> {};
    private int polls;
    private String account = "shop-1";
    private int pageSize = 50;
    private boolean onlyTellsOrders;

    /** A fault of which nobody knows whether the request reached the channel. */
    public static OutsideFault lost() {
        return OutsideFault.of(FaultCategory.TRANSIENT, OutsideFault.Reached.PERHAPS, "no answer")
                .remoteRequestId(Optional.of("req-1"))
                .build();
    }

    /** A fault of a request that certainly did nothing. */
    public static OutsideFault refused(FaultCategory category) {
        return OutsideFault.of(category, OutsideFault.Reached.NO, "refused").build();
    }

    public void tell(ChannelOrder order) {
        say(order.externalId(), new OrderFeed.Item.Changed(order));
    }

    public void tellUnreadable(String externalId, String raw, String reason) {
        RawDocument document =
                new RawDocument("application/json", raw.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        say(externalId, new OrderFeed.Item.Unreadable(externalId, document, reason));
    }

    public void tellGone(String externalId) {
        say(externalId, new OrderFeed.Item.Gone(externalId));
    }

    private void say(String externalId, OrderFeed.Item item) {
        feed.add(item);
        current.put(externalId, item);
    }

    /** What the channel says of the order when asked for it alone. */
    public void correct(ChannelOrder order) {
        current.put(order.externalId(), new OrderFeed.Item.Changed(order));
    }

    public void failNextPoll(RuntimeException fault) {
        pollFaults.add(fault);
    }

    /** Runs while the next poll is on its way. */
    public void duringNextPoll(Runnable work) {
        duringNextPoll = work;
    }

    /** Runs while the next order that is asked for alone is on its way. */
    public void duringNextRead(Runnable work) {
        duringNextRead = work;
    }

    /** How often it was asked what is new. */
    public int polls() {
        return polls;
    }

    /** The orders it was asked for alone. */
    public List<String> read() {
        return read;
    }

    public FakeRefunds till() {
        return refunds;
    }

    public FakeCancellations cancelled() {
        return cancellations;
    }

    /** The next write fails before anything happens. */
    public void failNextWrite(RuntimeException fault) {
        writeFaults.add(fault);
    }

    /** The next write happens, and its answer is this fault. */
    public void loseNextAnswer(RuntimeException fault) {
        faultsAfterWrite.add(fault);
    }

    public void account(String name) {
        account = name;
    }

    public void pageSize(int size) {
        pageSize = size;
    }

    /** From now on nothing can be written to the channel: it has no interface for it. */
    public void onlyTellsOrders() {
        onlyTellsOrders = true;
    }

    public List<StatusUpdates.StatusUpdate> statuses() {
        return statuses;
    }

    public List<TrackingUpdates.TrackingUpdate> tracking() {
        return tracking;
    }

    /** Numbers of the documents that were uploaded to the end. */
    public List<String> documents() {
        return documents.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    public List<String> begunDocuments() {
        return begunDocuments;
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public SettingsSchema settings() {
        return SettingsSchema.of();
    }

    @Override
    public ChannelConnector create(Settings settings, ConnectorContext context) {
        return this;
    }

    @Override
    public ConnectorProfile profile() {
        return ConnectorProfile.builder()
                .pageSize(pageSize)
                .addCurrency(Currency.getInstance("PLN"))
                .settleTime(Duration.ofMinutes(2))
                .callDeadline(Duration.ofSeconds(30))
                .build();
    }

    @Override
    public RemoteAccount probe() {
        return new RemoteAccount(account);
    }

    @Override
    public Optional<OrderFeed> orderFeed() {
        return Optional.of((from, limit) -> {
            Runnable work = duringNextPoll;
            duringNextPoll = () -> {};
            polls++;
            work.run();
            if (!pollFaults.isEmpty()) {
                throw pollFaults.remove();
            }
            int start =
                    from.map(checkpoint -> Integer.parseInt(checkpoint.value())).orElse(0);
            int end = Math.min(feed.size(), start + limit);
            return new OrderFeed.Batch(
                    feed.subList(start, end), new Checkpoint(1, String.valueOf(end)), end < feed.size());
        });
    }

    @Override
    public Optional<OrderReader> orderReader() {
        return facet(externalId -> {
            Runnable work = duringNextRead;
            duringNextRead = () -> {};
            read.add(externalId);
            OrderFeed.Item item = current.getOrDefault(externalId, new OrderFeed.Item.Gone(externalId));
            work.run();
            return item;
        });
    }

    @Override
    public Optional<StatusUpdates> statusUpdates() {
        return facet(new StatusUpdates() {
            @Override
            public Set<StatusIntent> supported() {
                return EnumSet.of(StatusIntent.PROCESSING, StatusIntent.SHIPPED, StatusIntent.DELIVERED);
            }

            @Override
            public WriteAnswer update(StatusUpdate update) {
                return write(() -> statuses.add(update), WriteAnswer.applied());
            }
        });
    }

    @Override
    public Optional<TrackingUpdates> trackingUpdates() {
        return facet(new TrackingUpdates() {
            @Override
            public WriteAnswer add(TrackingUpdate update) {
                return write(() -> tracking.add(update), WriteAnswer.applied(update.trackingNumber()));
            }

            @Override
            public Lookup find(TrackingUpdate update) {
                return tracking.contains(update) ? Lookup.found(update.trackingNumber()) : Lookup.absent();
            }
        });
    }

    @Override
    public Optional<DocumentUploads> documentUploads() {
        return facet(new DocumentUploads() {
            @Override
            public WriteAnswer begin(DocumentUpload upload) {
                return write(
                        () -> {
                            begunDocuments.add(upload.number());
                            documents.put(upload.number(), false);
                        },
                        new WriteAnswer.Accepted("handle-" + upload.number(), Duration.ZERO, Duration.ofHours(1)));
            }

            @Override
            public WriteAnswer resume(String handle, DocumentUpload upload) {
                return write(() -> documents.put(upload.number(), true), WriteAnswer.applied(handle));
            }

            @Override
            public Lookup find(DocumentUpload upload) {
                Boolean complete = documents.get(upload.number());
                if (complete == null) {
                    return Lookup.absent();
                }
                String handle = "handle-" + upload.number();
                return complete ? Lookup.found(handle) : new Lookup.Underway(handle);
            }
        });
    }

    @Override
    public Optional<Refunds> refunds() {
        return facet(refunds);
    }

    @Override
    public Optional<Cancellations> cancellations() {
        return facet(cancellations);
    }

    @Override
    public Optional<InboundEndpoint> inboundEndpoint() {
        return facet(inbound);
    }

    private <T> Optional<T> facet(T facet) {
        return Optional.of(facet).filter(it -> !onlyTellsOrders);
    }

    private WriteAnswer write(Runnable effect, WriteAnswer answer) {
        return write(() -> {
            effect.run();
            return answer;
        });
    }

    private synchronized WriteAnswer write(Supplier<WriteAnswer> effect) {
        if (!writeFaults.isEmpty()) {
            throw writeFaults.remove();
        }
        WriteAnswer answer = effect.get();
        if (!faultsAfterWrite.isEmpty()) {
            throw faultsAfterWrite.remove();
        }
        return answer;
    }
}
