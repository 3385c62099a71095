package io.orderweave.couriers.packeta;

import io.orderweave.connection.OutsideFault;
import io.orderweave.connection.OutsideFault.Reached;
import io.orderweave.couriers.internal.PersonalText;
import io.orderweave.couriers.internal.RemoteToken;
import io.orderweave.couriers.packeta.PacketaAnswer.AttributeFault;
import io.orderweave.couriers.packeta.PacketaAnswer.Fault;
import io.orderweave.error.FaultCategory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Packeta's faults mean; their names are those of its errors reference. */
final class PacketaFaults {

    static final String UNKNOWN_PACKET = "PacketIdFault";

    private static final String NOT_CANCELLABLE = "CancelNotAllowedFault";
    private static final String ATTRIBUTES = "PacketAttributesFault";
    private static final String UNKNOWN_FORMAT = "UnknownLabelFormatFault";
    private static final String THIRD_PARTY = "ExternalGatewayFault";

    /** Refuse a packet as a whole, before it is stored. */
    private static final Set<String> REFUSALS = Set.of(
            ATTRIBUTES,
            "SenderNotExists",
            "DispatchOrderNotAllowedFault",
            "CustomBarcodeNotAllowedFault",
            "DateOutOfRangeFault");

    private PacketaFaults() {}

    /** Whether the packet stays as it is: gone too far, cancelled already, or none at all. */
    static boolean refusesCancelling(Fault fault) {
        return fault.name().equals(NOT_CANCELLABLE) || fault.name().equals(UNKNOWN_PACKET);
    }

    /** Why the packet was refused; empty when the fault does not say that nothing was stored. */
    static Optional<List<String>> refusal(Fault fault, PacketAttributes packet) {
        if (!REFUSALS.contains(fault.name())) {
            return Optional.empty();
        }
        List<String> reasons = fault.attributes().stream()
                .map(attribute -> reason(attribute, packet))
                .toList();
        return Optional.of(reasons.isEmpty() ? List.of(fault.name()) : reasons);
    }

    private static String reason(AttributeFault attribute, PacketAttributes packet) {
        return RemoteToken.of(attribute.name()) + ": " + PersonalText.scrub(attribute.text(), packet.personalValues());
    }

    /** Any other fault. */
    static OutsideFault outside(String method, Fault fault, Reached reached) {
        FaultCategory category = switch (fault.name()) {
            case THIRD_PARTY -> FaultCategory.TRANSIENT;
            case UNKNOWN_FORMAT -> FaultCategory.INVALID_CONFIGURATION;
            case UNKNOWN_PACKET, "NotSupportedFault" -> FaultCategory.REJECTED;
            default -> FaultCategory.CONTRACT;
        };
        return OutsideFault.of(category, reached, "packeta " + method + ": " + RemoteToken.of(fault.name()))
                .build();
    }
}
