package io.orderweave.connectors.merchantpro;

import io.orderweave.connection.Lookup;
import io.orderweave.connection.WriteAnswer;
import io.orderweave.connector.TrackingUpdates;
import io.orderweave.http.NoBody;
import io.orderweave.http.RawJson;
import io.orderweave.http.Reply;
import java.util.Optional;
import java.util.regex.Pattern;

/** Enters tracking numbers. The order is read first: the field is written as a whole, and a number in it must not be lost. */
final class MerchantProTrackingUpdates implements TrackingUpdates {

    /** A comma would make two numbers of one. */
    private static final Pattern NUMBER = Pattern.compile("[^\\s,]{1,64}");

    private final MerchantProApi api;

    MerchantProTrackingUpdates(MerchantProApi api) {
        this.api = api;
    }

    @Override
    public WriteAnswer add(TrackingUpdate update) {
        String number = update.trackingNumber();
        if (!NUMBER.matcher(number).matches()) {
            return new WriteAnswer.Rejected("a tracking number has 1 to 64 characters, without white space and commas");
        }
        Reply<RawJson> reply = api.order(update.externalId());
        if (reply instanceof Reply.Refused<RawJson> refused) {
            return new WriteAnswer.Rejected("the order cannot be read: " + refused.reason());
        }
        MerchantProTrackingField field = field(((Reply.Done<RawJson>) reply).body());
        if (field.holds(number)) {
            return new WriteAnswer.AlreadyApplied(Optional.empty());
        }
        if (field.isUnreadable()) {
            return new WriteAnswer.Rejected(
                    "the shop shows other tracking numbers in carrier_tracking only, and entering this one"
                            + " might overwrite them: enter it in the shop's panel");
        }
        Reply<NoBody> written = api.change(update.externalId(), field.with(number));
        return written instanceof Reply.Refused<NoBody> refused
                ? new WriteAnswer.Rejected(refused.reason())
                : WriteAnswer.applied();
    }

    @Override
    public Lookup find(TrackingUpdate update) {
        boolean there = api.order(update.externalId()) instanceof Reply.Done<RawJson> done
                && field(done.body()).holds(update.trackingNumber());
        return there ? new Lookup.Found(Optional.empty()) : Lookup.absent();
    }

    private static MerchantProTrackingField field(RawJson answer) {
        return new MerchantProTrackingField(MerchantProEnvelope.one(answer).tree());
    }
}
