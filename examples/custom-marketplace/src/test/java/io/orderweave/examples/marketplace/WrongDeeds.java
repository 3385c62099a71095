package io.orderweave.examples.marketplace;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.Cancellations;
import io.orderweave.connector.Cancellations.Cancellation;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.DocumentUploads;
import io.orderweave.connector.DocumentUploads.DocumentUpload;
import io.orderweave.connector.RefundRequest;
import io.orderweave.connector.Refunds;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import io.orderweave.id.LineId;
import io.orderweave.order.CancellationReason;
import io.orderweave.payment.RefundReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Documents, cancellations and refunds that land twice, or whose outcome is told wrong. */
final class WrongDeeds {

    private WrongDeeds() {}

    static List<WrongConnector> all() {
        return List.of(
                document(
                        "announced anew",
                        "a document is announced without a look at what is there",
                        (right, api) ->
                                new Uploads(right, upload -> announce(api, upload), right::resume, right::find)),
                document(
                        "any document",
                        "with one document there, another counts as there too",
                        (right, api) -> new Uploads(
                                right,
                                right::begin,
                                right::resume,
                                upload -> api.documents(upload.externalId()) instanceof Reply.Done<RawJson> done
                                                && !done.body()
                                                        .tree()
                                                        .path("documents")
                                                        .isEmpty()
                                        ? Lookup.found("D-1")
                                        : Lookup.absent())),
                document(
                        "begun is absent",
                        "a document that was announced is not found until it is whole",
                        (right, api) -> new Uploads(
                                right,
                                right::begin,
                                right::resume,
                                upload -> right.find(upload) instanceof Lookup.Found found ? found : Lookup.absent())),
                document("upload in a field", "what was announced is known to one connector only", (right, api) -> {
                    Set<String> announced = new HashSet<>();
                    return new Uploads(
                            right,
                            upload -> {
                                WriteAnswer answer = right.begin(upload);
                                if (answer instanceof WriteAnswer.Accepted accepted) {
                                    announced.add(accepted.handle());
                                }
                                return answer;
                            },
                            (handle, upload) -> announced.contains(handle)
                                    ? right.resume(handle, upload)
                                    : new WriteAnswer.Rejected("no such upload"),
                            right::find);
                }),
                cancellation(
                        "whole order",
                        "a line alone cancels the order",
                        (right, api) -> new Cancelling(
                                right,
                                order -> right.cancel(new Cancellation(order.externalId(), Set.of(), order.reason())),
                                right::find)),
                cancellation(
                        "some is all",
                        "with one line cancelled, the order counts as cancelled",
                        (right, api) -> new Cancelling(
                                right,
                                right::cancel,
                                order -> api.order(order.externalId()) instanceof Reply.Done<RawJson> done
                                                && done.body()
                                                        .tree()
                                                        .findValuesAsText("cancelled")
                                                        .contains("true")
                                        ? Lookup.found(order.externalId())
                                        : Lookup.absent())),
                cancellation(
                        "unknown line passed over",
                        "a line that the order does not have is left out in silence",
                        (right, api) -> new Cancelling(right, order -> right.cancel(known(api, order)), right::find)),
                cancellation(
                        "line not named",
                        "a refusal does not say of which line",
                        (right, api) -> new Cancelling(
                                right,
                                order -> right.cancel(order) instanceof WriteAnswer.Rejected
                                        ? new WriteAnswer.Rejected("not all lines could be cancelled")
                                        : WriteAnswer.applied(),
                                right::find)),
                cancellation(
                        "cancelled blindly",
                        "an order is cancelled without a look at what is there",
                        (right, api) -> new Cancelling(right, order -> cancel(api, order), right::find)),
                refund(
                        "paid again",
                        "a refund is paid without a look at what is there",
                        (right, api) -> new Paying(right, request -> pay(api, request), right::find)),
                refund(
                        "paid until answered",
                        "a refund without an answer is paid once more",
                        (right, api) -> new Paying(
                                right,
                                request -> {
                                    try {
                                        return right.refund(request);
                                    } catch (OutsideFault fault) {
                                        return pay(api, request);
                                    }
                                },
                                right::find)),
                refund(
                        "amount for the key",
                        "a refund is known by its amount",
                        (right, api) -> new Paying(
                                right,
                                request ->
                                        paid(api, request) ? WriteAnswer.alreadyApplied("paid") : right.refund(request),
                                request -> paid(api, request) ? Lookup.found("paid") : Lookup.absent())),
                refund(
                        "a key for each attempt",
                        "each attempt has another key",
                        (right, api) -> new Paying(
                                right,
                                request -> right.refund(RefundRequest.builder()
                                        .from(request)
                                        .key(UUID.randomUUID())
                                        .build()),
                                right::find)));
    }

    private static WrongConnector document(
            String name, String does, BiFunction<DocumentUploads, BazaarApi, DocumentUploads> fault) {
        return new WrongConnector(name, does, Groups.DOCUMENTS, parts -> {
            ChannelConnector right = parts.bazaar();
            DocumentUploads wrong = fault.apply(right.documentUploads().orElseThrow(), parts.bazaarApi());
            return new ForwardingConnector(right) {
                @Override
                public Optional<DocumentUploads> documentUploads() {
                    return Optional.of(wrong);
                }
            };
        });
    }

    private static WrongConnector cancellation(
            String name, String does, BiFunction<Cancellations, BazaarApi, Cancellations> fault) {
        return new WrongConnector(name, does, Groups.CANCELLED_BY_US, parts -> {
            ChannelConnector right = parts.bazaar();
            Cancellations wrong = fault.apply(right.cancellations().orElseThrow(), parts.bazaarApi());
            return new ForwardingConnector(right) {
                @Override
                public Optional<Cancellations> cancellations() {
                    return Optional.of(wrong);
                }
            };
        });
    }

    private static WrongConnector refund(String name, String does, BiFunction<Refunds, BazaarApi, Refunds> fault) {
        return new WrongConnector(name, does, Groups.PAID_BACK, parts -> {
            ChannelConnector right = parts.bazaar();
            Refunds wrong = fault.apply(right.refunds().orElseThrow(), parts.bazaarApi());
            return new ForwardingConnector(right) {
                @Override
                public Optional<Refunds> refunds() {
                    return Optional.of(wrong);
                }
            };
        });
    }

    /** Uploads as it is told to. */
    private record Uploads(
            DocumentUploads right,
            Function<DocumentUpload, WriteAnswer> beginning,
            BiFunction<String, DocumentUpload, WriteAnswer> resuming,
            Function<DocumentUpload, Lookup> finding)
            implements DocumentUploads {

        @Override
        public WriteAnswer begin(DocumentUpload upload) {
            return beginning.apply(upload);
        }

        @Override
        public WriteAnswer resume(String handle, DocumentUpload upload) {
            return resuming.apply(handle, upload);
        }

        @Override
        public Lookup find(DocumentUpload upload) {
            return finding.apply(upload);
        }
    }

    /** Cancels as it is told to. */
    private record Cancelling(
            Cancellations right, Function<Cancellation, WriteAnswer> cancelling, Function<Cancellation, Lookup> finding)
            implements Cancellations {

        @Override
        public Set<CancellationReason> reasons() {
            return right.reasons();
        }

        @Override
        public WriteAnswer cancel(Cancellation cancellation) {
            return cancelling.apply(cancellation);
        }

        @Override
        public Lookup find(Cancellation cancellation) {
            return finding.apply(cancellation);
        }
    }

    /** Pays back as it is told to. */
    private record Paying(
            Refunds right, Function<RefundRequest, WriteAnswer> paying, Function<RefundRequest, Lookup> finding)
            implements Refunds {

        @Override
        public Set<RefundReason> reasons() {
            return right.reasons();
        }

        @Override
        public WriteAnswer refund(RefundRequest request) {
            return paying.apply(request);
        }

        @Override
        public WriteAnswer resume(String handle, RefundRequest request) {
            return right.resume(handle, request);
        }

        @Override
        public Lookup find(RefundRequest request) {
            return finding.apply(request);
        }
    }

    private static WriteAnswer announce(BazaarApi api, DocumentUpload upload) {
        Reply<RawJson> reply = api.announceDocument(upload.externalId(), Map.of("number", upload.number()));
        return reply instanceof Reply.Done<RawJson> done
                ? BazaarDocuments.accepted(done.body().tree().path("id").asText())
                : new WriteAnswer.Rejected(((Reply.Refused<RawJson>) reply).reason());
    }

    private static Cancellation known(BazaarApi api, Cancellation wanted) {
        if (wanted.lines().isEmpty() || !(api.order(wanted.externalId()) instanceof Reply.Done<RawJson> done)) {
            return wanted;
        }
        List<String> there = done.body().tree().path("items").findValuesAsText("id");
        Set<LineId> known = new HashSet<>(wanted.lines());
        known.removeIf(line -> !there.contains(line.value()));
        return new Cancellation(wanted.externalId(), known, wanted.reason());
    }

    private static WriteAnswer cancel(BazaarApi api, Cancellation wanted) {
        List<String> lines = new ArrayList<>();
        wanted.lines().forEach(line -> lines.add(line.value()));
        if (lines.isEmpty() && api.order(wanted.externalId()) instanceof Reply.Done<RawJson> done) {
            lines.addAll(done.body().tree().path("items").findValuesAsText("id"));
        }
        return answer(api.cancel(wanted.externalId(), Map.of("lines", lines)));
    }

    private static WriteAnswer pay(BazaarApi api, RefundRequest request) {
        return answer(
                api.refund(request.externalId(), Map.of("key", request.key().toString(), "amount", amount(request))));
    }

    private static boolean paid(BazaarApi api, RefundRequest request) {
        return api.refunds(request.externalId()) instanceof Reply.Done<RawJson> done
                && done.body().tree().findValuesAsText("amount").contains(amount(request));
    }

    private static String amount(RefundRequest request) {
        return request.total().amount().toPlainString();
    }

    private static WriteAnswer answer(Reply<NoBody> reply) {
        return reply instanceof Reply.Refused<NoBody> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : WriteAnswer.applied();
    }
}
