package io.orderweave.examples.marketplace;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.ChannelConnector;
import io.orderweave.connector.ReturnDecisions;
import io.orderweave.connector.ReturnDecisions.ReturnDecision;
import io.orderweave.connector.ReturnDecisions.Verdict;
import io.orderweave.error.FaultCategory;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Decisions on returns that land twice, or are told wrong. */
final class WrongDecisions {

    private WrongDecisions() {}

    static List<WrongConnector> all() {
        return List.of(
                wrong(
                        "decided blindly",
                        "a verdict is sent without a look at what is there",
                        (right, api) -> deciding(right, decision -> send(api, decision))),
                wrong(
                        "decided again",
                        "a verdict without an answer is sent once more",
                        (right, api) -> deciding(right, decision -> {
                            try {
                                return right.decide(decision);
                            } catch (OutsideFault fault) {
                                return send(api, decision);
                            }
                        })),
                wrong("any verdict", "with one verdict there, another counts as there too", WrongDecisions::findsAny),
                wrong(
                        "verdict refused loudly",
                        "a refusal is a fault",
                        (right, api) -> deciding(right, decision -> {
                            WriteAnswer answer = right.decide(decision);
                            if (answer instanceof WriteAnswer.Rejected) {
                                throw OutsideFault.of(FaultCategory.REJECTED, Reached.NO, "bazaar refused it")
                                        .build();
                            }
                            return answer;
                        })),
                wrong(
                        "every verdict",
                        "a verdict counts as supported that has no term",
                        (right, api) -> new Wrong(right, EnumSet.allOf(Verdict.class), right::decide, right::find)),
                wrong(
                        "verdict made to fit",
                        "a verdict that the channel does not take is sent as a rejection",
                        (right, api) -> deciding(
                                right,
                                decision -> right.decide(
                                        right.supported().contains(decision.verdict())
                                                ? decision
                                                : rejection(decision)))));
    }

    private static WrongConnector wrong(
            String name, String does, BiFunction<ReturnDecisions, BazaarApi, ReturnDecisions> fault) {
        return new WrongConnector(name, does, Groups.DECIDED_BY_US, parts -> {
            ChannelConnector right = parts.bazaar();
            ReturnDecisions wrong = fault.apply(right.returnDecisions().orElseThrow(), parts.bazaarApi());
            return new ForwardingConnector(right) {
                @Override
                public Optional<ReturnDecisions> returnDecisions() {
                    return Optional.of(wrong);
                }
            };
        });
    }

    /** Decides and finds as it is told to. */
    private record Wrong(
            ReturnDecisions right,
            Set<Verdict> supported,
            Function<ReturnDecision, WriteAnswer> deciding,
            Function<ReturnDecision, Lookup> finding)
            implements ReturnDecisions {

        @Override
        public WriteAnswer decide(ReturnDecision decision) {
            return deciding.apply(decision);
        }

        @Override
        public Lookup find(ReturnDecision decision) {
            return finding.apply(decision);
        }
    }

    private static ReturnDecisions deciding(ReturnDecisions right, Function<ReturnDecision, WriteAnswer> decide) {
        return new Wrong(right, right.supported(), decide, right::find);
    }

    private static ReturnDecisions findsAny(ReturnDecisions right, BazaarApi api) {
        return new Wrong(
                right,
                right.supported(),
                right::decide,
                decision -> api.aReturn(decision.returnId()) instanceof Reply.Done<RawJson> done
                                && done.body().tree().has("verdict")
                        ? Lookup.found(decision.returnId())
                        : Lookup.absent());
    }

    private static WriteAnswer send(BazaarApi api, ReturnDecision decision) {
        String term = BazaarReturns.TERMS.getOrDefault(decision.verdict(), "rejected");
        return api.decide(decision.returnId(), Map.of("verdict", term)) instanceof Reply.Refused<NoBody> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : WriteAnswer.applied();
    }

    private static ReturnDecision rejection(ReturnDecision decision) {
        return new ReturnDecision(
                decision.returnId(), decision.items(), Verdict.REJECTED, decision.reason(), decision.message());
    }
}
