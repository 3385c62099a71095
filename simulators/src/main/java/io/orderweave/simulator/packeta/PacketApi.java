package io.orderweave.simulator.packeta;

import io.orderweave.simulator.internal.LabelDocument;
import io.orderweave.simulator.internal.StateStore;
import io.orderweave.simulator.internal.XmlElement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Packets: create, validate, look up, label, cancel. There is no idempotency key, and the shop's {@code number} need not be
 * unique (UNCONFIRMED, the harder case is assumed).
 */
final class PacketApi {

    /** Above what fits 32 bits, as the real ones are. */
    private static final long FIRST_ID = 4_154_090_001L;

    private static final int DAYS_STORED = 7;
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(PRAGUE);

    /** Page sizes in points. */
    private static final Map<String, int[]> FORMATS = Map.of(
            "A6 on A6", new int[] {298, 420},
            "A7 on A7", new int[] {298, 210},
            "A8 on A8", new int[] {142, 210},
            "A6 on A4", new int[] {595, 842},
            "A7 on A4", new int[] {595, 842},
            "105x35mm on A4", new int[] {595, 842});

    private final PacketaSettings settings;
    private final StateStore<PacketaState> store;
    private final AttributeCheck check;
    private final Progress progress;

    PacketApi(PacketaSettings settings, StateStore<PacketaState> store) {
        this.settings = settings;
        this.store = store;
        this.check = new AttributeCheck(settings);
        this.progress = new Progress(settings);
    }

    XmlElement create(XmlElement request) {
        XmlElement attributes = attributes(request);
        List<XmlElement> faults = check.faults(attributes);
        if (!faults.isEmpty()) {
            return Response.attributesFault(faults);
        }
        return store.change(state -> {
            Packet packet = new Packet();
            packet.id = FIRST_ID + state.packets.size();
            attributes.children().stream()
                    .filter(attribute -> attribute.children().isEmpty())
                    .forEach(attribute -> packet.attributes.put(attribute.name(), attribute.text()));
            packet.move(PacketStatus.RECEIVED_DATA.code(), settings.clock().instant());
            state.packets.add(packet);
            return Response.ok(XmlElement.of(
                    "result",
                    XmlElement.of("id", Long.toString(packet.id)),
                    XmlElement.of("barcode", packet.barcode()),
                    XmlElement.of("barcodeText", packet.barcodeText())));
        });
    }

    XmlElement validate(XmlElement request) {
        List<XmlElement> faults = check.faults(attributes(request));
        return faults.isEmpty() ? Response.ok() : Response.attributesFault(faults);
    }

    XmlElement status(XmlElement request) {
        return with(request, packet -> {
            packet.polls++;
            progress.settle(packet);
            List<XmlElement> fields = new ArrayList<>(record(packet, packet.last()));
            LocalDate until = LocalDate.ofInstant(packet.last().at(), PRAGUE).plusDays(DAYS_STORED);
            boolean returning = packet.is(PacketStatus.POSTED_BACK) || packet.is(PacketStatus.RETURNED);
            fields.add(XmlElement.of("isReturning", returning ? "1" : "0"));
            fields.add(XmlElement.of("storedUntil", packet.is(PacketStatus.READY_FOR_PICKUP) ? until.toString() : ""));
            return Response.ok(XmlElement.of("result", fields));
        });
    }

    XmlElement tracking(XmlElement request) {
        return with(request, packet -> {
            packet.polls++;
            progress.settle(packet);
            return Response.ok(XmlElement.of(
                    "result",
                    packet.history.stream()
                            .map(step -> XmlElement.of("record", record(packet, step)))
                            .toList()));
        });
    }

    XmlElement label(XmlElement request) {
        int[] page = FORMATS.get(request.textOf("format"));
        if (page == null) {
            return Response.fault("UnknownLabelFormatFault", "Unknown label format.");
        }
        return with(request, packet -> {
            packet.labels++;
            List<String> lines = List.of("Packeta", packet.barcode(), packet.barcodeText());
            byte[] pdf = LabelDocument.pdf(page[0], page[1], lines);
            return Response.ok(XmlElement.of("result", Base64.getEncoder().encodeToString(pdf)));
        });
    }

    /** Not in the public documentation; the official plugin cancels packets nobody has taken over yet. */
    XmlElement cancel(XmlElement request) {
        return with(request, packet -> {
            progress.settle(packet);
            if (!packet.is(PacketStatus.RECEIVED_DATA)) {
                return Response.fault("CancelNotAllowedFault", "Packet can not be cancelled.");
            }
            packet.move(PacketStatus.CANCELLED.code(), settings.clock().instant());
            return Response.ok();
        });
    }

    private XmlElement with(XmlElement request, Function<Packet, XmlElement> answer) {
        return store.change(state -> state.find(request.textOf("packetId"))
                .map(answer)
                .orElseGet(() -> Response.fault("PacketIdFault", "Packet id is not valid.")));
    }

    private static XmlElement attributes(XmlElement request) {
        return request.child("packetAttributes").orElseGet(() -> XmlElement.of("packetAttributes"));
    }

    private static List<XmlElement> record(Packet packet, Packet.Step step) {
        String text = PacketStatus.of(step.code()).map(PacketStatus::text).orElse("unknown");
        boolean atPoint =
                step.code() == PacketStatus.READY_FOR_PICKUP.code() || step.code() == PacketStatus.DELIVERED.code();
        return List.of(
                XmlElement.of("dateTime", time(step.at())),
                XmlElement.of("statusCode", Integer.toString(step.code())),
                XmlElement.of("codeText", text),
                XmlElement.of("statusText", text),
                XmlElement.of("branchId", atPoint ? packet.addressId() : "0"),
                XmlElement.of("destinationBranchId", "0"),
                XmlElement.of("externalTrackingCode", ""));
    }

    private static String time(Instant moment) {
        return TIME.format(moment);
    }
}
