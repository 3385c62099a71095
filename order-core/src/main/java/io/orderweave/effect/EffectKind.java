package io.orderweave.effect;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A kind of effect, for example {@code invoice} or {@code shipment}.
 *
 * @param value lower-case letters and hyphens
 */
public record EffectKind(@JsonValue String value) {

    /** Issues a proforma. Local. */
    public static final EffectKind PROFORMA = new EffectKind("proforma");

    /** Issues an invoice. Local. */
    public static final EffectKind INVOICE = new EffectKind("invoice");

    /** Draws and stores a document's PDF. */
    public static final EffectKind RENDER = new EffectKind("render");

    /** Announces a shipment to a courier. */
    public static final EffectKind SHIPMENT = new EffectKind("shipment");

    /** Fetches and stores a shipment's label. */
    public static final EffectKind LABEL = new EffectKind("label");

    /** Tells the channel a tracking number. */
    public static final EffectKind TRACKING = new EffectKind("tracking");

    /** Tells the channel a status. */
    public static final EffectKind STATUS = new EffectKind("status");

    /** Gives the channel a document. */
    public static final EffectKind UPLOAD = new EffectKind("upload");

    /** Has the channel pay money back. */
    public static final EffectKind REFUND = new EffectKind("refund");

    /** Tells the channel what the seller cancels. */
    public static final EffectKind CANCELLATION = new EffectKind("cancellation");

    /** Takes a shipment back at its courier. */
    public static final EffectKind SHIPMENT_CANCEL = new EffectKind("shipment-cancel");

    /** Sends a notice. */
    public static final EffectKind NOTICE = new EffectKind("notice");

    /** Raises an event when its time has come. Local. */
    public static final EffectKind TIMER = new EffectKind("timer");

    @JsonCreator
    public EffectKind {
        if (!value.matches("[a-z][a-z-]{0,40}")) {
            throw new IllegalArgumentException("an effect kind is lower-case letters and hyphens: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
