package io.orderweave.rule;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/** Writes a trigger that is no more than an event's name as that name. */
final class PlainTrigger extends JsonSerializer<Trigger.OnEvent> {

    @Override
    public void serialize(Trigger.OnEvent trigger, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(trigger.event());
    }

    @Override
    public void serializeWithType(
            Trigger.OnEvent trigger, JsonGenerator json, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(trigger, json, provider);
    }
}
