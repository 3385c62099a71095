package io.orderweave.examples.marketplace;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.StatusUpdates;
import io.orderweave.connector.TrackingUpdates;
import io.orderweave.connector.TrackingUpdates.TrackingUpdate;
import io.orderweave.error.FaultCategory;
import io.orderweave.examples.marketplace.WrongConnector.Parts;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import io.orderweave.order.StatusIntent;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Writes that land twice, or whose outcome is told wrong. */
final class WrongWrites {

    private static final int A_COLUMN = 64;

    private WrongWrites() {}

    static List<WrongConnector> all() {
        return List.of(
                tracking("sent again", "a write without an answer is sent once more", WrongWrites::insists),
                tracking(
                        "not looked for",
                        "a number is added without a look at what is there",
                        WrongWrites::addsBlindly),
                tracking(
                        "never found",
                        "a lookup always says absent",
                        (right, parts) -> finding(right, Lookup.absent())),
                tracking(
                        "always found",
                        "a lookup always says found",
                        (right, parts) -> finding(right, Lookup.found("1"))),
                tracking(
                        "shrug is absent",
                        "an order whose parcels are not shown counts as one without",
                        WrongWrites::takesShrugsForAbsence),
                tracking(
                        "lost is refused", "a write without an answer counts as refused", WrongWrites::takesForRefused),
                tracking(
                        "lost is unsent",
                        "a write without an answer counts as never sent",
                        WrongWrites::takesForUnsent),
                tracking("refusal thrown", "a refusal is a fault", WrongWrites::throwsRefusals),
                tracking("refusal ignored", "a refusal counts as done", WrongWrites::ignoresRefusals),
                tracking("cut number", "a long number is cut at the size of a small column", WrongWrites::cuts),
                tracking("one parcel", "with one number there, others count as there too", WrongWrites::knowsOneParcel),
                status("told again", "a status is written although the channel has it", WrongWrites::writesBlindly),
                status("half a vocabulary", "an intent counts as supported that has no term", WrongWrites::claimsMore),
                status("seen, so told", "an order that was seen before counts as told", WrongWrites::trustsRevisions));
    }

    private static WrongConnector tracking(
            String name, String does, BiFunction<TrackingUpdates, Parts, TrackingUpdates> fault) {
        return new WrongConnector(name, does, Groups.TRACKING, parts -> {
            ChannelConnector right = parts.right();
            return ForwardingConnector.withTracking(
                    right, fault.apply(right.trackingUpdates().orElseThrow(), parts));
        });
    }

    private static WrongConnector status(
            String name, String does, BiFunction<StatusUpdates, Parts, StatusUpdates> fault) {
        return new WrongConnector(name, does, Groups.STATUSES, parts -> {
            ChannelConnector right = parts.right();
            return ForwardingConnector.withStatuses(
                    right, fault.apply(right.statusUpdates().orElseThrow(), parts));
        });
    }

    private static TrackingUpdates adding(TrackingUpdates right, Function<TrackingUpdate, WriteAnswer> add) {
        return new TrackingUpdates() {
            @Override
            public WriteAnswer add(TrackingUpdate update) {
                return add.apply(update);
            }

            @Override
            public Lookup find(TrackingUpdate update) {
                return right.find(update);
            }
        };
    }

    private static TrackingUpdates finding(TrackingUpdates right, Lookup answer) {
        return finding(right, update -> answer);
    }

    private static TrackingUpdates finding(TrackingUpdates right, Function<TrackingUpdate, Lookup> find) {
        return new TrackingUpdates() {
            @Override
            public WriteAnswer add(TrackingUpdate update) {
                return right.add(update);
            }

            @Override
            public Lookup find(TrackingUpdate update) {
                return find.apply(update);
            }
        };
    }

    private static TrackingUpdates takesShrugsForAbsence(TrackingUpdates right, Parts parts) {
        StallApi api = parts.api();
        return finding(right, update -> {
            boolean known = api.parcels(update.externalId()) instanceof Reply.Done<RawJson> done
                    && done.body().tree().findValuesAsText("number").contains(update.trackingNumber());
            return known ? Lookup.found(update.trackingNumber()) : Lookup.absent();
        });
    }

    private static TrackingUpdates insists(TrackingUpdates right, Parts parts) {
        StallApi api = parts.api();
        return adding(right, update -> {
            try {
                return right.add(update);
            } catch (OutsideFault fault) {
                return answer(api.addParcel(update.externalId(), parcel(update)));
            }
        });
    }

    private static TrackingUpdates addsBlindly(TrackingUpdates right, Parts parts) {
        StallApi api = parts.api();
        return adding(right, update -> answer(api.addParcel(update.externalId(), parcel(update))));
    }

    private static TrackingUpdates takesForRefused(TrackingUpdates right, Parts parts) {
        return adding(right, update -> {
            try {
                return right.add(update);
            } catch (OutsideFault fault) {
                return new WriteAnswer.Rejected("stall did not answer");
            }
        });
    }

    private static TrackingUpdates takesForUnsent(TrackingUpdates right, Parts parts) {
        return adding(right, update -> {
            try {
                return right.add(update);
            } catch (OutsideFault fault) {
                throw OutsideFault.of(fault.category(), Reached.NO, "stall did not answer")
                        .build();
            }
        });
    }

    private static TrackingUpdates throwsRefusals(TrackingUpdates right, Parts parts) {
        return adding(right, update -> {
            WriteAnswer answer = right.add(update);
            if (answer instanceof WriteAnswer.Rejected) {
                throw OutsideFault.of(FaultCategory.REJECTED, Reached.NO, "stall refused it")
                        .build();
            }
            return answer;
        });
    }

    private static TrackingUpdates ignoresRefusals(TrackingUpdates right, Parts parts) {
        return adding(
                right,
                update -> right.add(update) instanceof WriteAnswer.Rejected
                        ? WriteAnswer.applied()
                        : WriteAnswer.applied(update.trackingNumber()));
    }

    private static TrackingUpdates cuts(TrackingUpdates right, Parts parts) {
        return adding(right, update -> {
            String number = update.trackingNumber();
            return right.add(new TrackingUpdate(
                    update.externalId(),
                    update.courier(),
                    number.substring(0, Math.min(A_COLUMN, number.length())),
                    update.lines()));
        });
    }

    private static TrackingUpdates knowsOneParcel(TrackingUpdates right, Parts parts) {
        StallApi api = parts.api();
        return adding(
                right,
                update -> api.parcels(update.externalId()) instanceof Reply.Done<RawJson> done
                                && !done.body().tree().path("parcels").isEmpty()
                        ? WriteAnswer.alreadyApplied("1")
                        : right.add(update));
    }

    private static StatusUpdates updating(
            Function<StatusUpdates.StatusUpdate, WriteAnswer> update, Set<StatusIntent> supported) {
        return new StatusUpdates() {
            @Override
            public Set<StatusIntent> supported() {
                return supported;
            }

            @Override
            public WriteAnswer update(StatusUpdate told) {
                return update.apply(told);
            }
        };
    }

    private static StatusUpdates writesBlindly(StatusUpdates right, Parts parts) {
        StallApi api = parts.api();
        return updating(told -> answer(api.setStatus(told.externalId(), Map.of("status", "sent"))), right.supported());
    }

    private static StatusUpdates claimsMore(StatusUpdates right, Parts parts) {
        Set<StatusIntent> more = EnumSet.of(StatusIntent.DELIVERED);
        more.addAll(right.supported());
        return updating(right::update, more);
    }

    private static StatusUpdates trustsRevisions(StatusUpdates right, Parts parts) {
        return updating(
                told -> told.revision().isPresent()
                        ? new WriteAnswer.AlreadyApplied(Optional.empty())
                        : right.update(told),
                right.supported());
    }

    private static Map<String, String> parcel(TrackingUpdate update) {
        return Map.of("carrier", update.courier().value(), "number", update.trackingNumber());
    }

    private static WriteAnswer answer(Reply<NoBody> reply) {
        return reply instanceof Reply.Refused<NoBody> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : WriteAnswer.applied();
    }
}
