package io.orderweave.rule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads a {@link Measure} from JSON. */
final class MeasureReader extends StdScalarDeserializer<Measure> {

    /** Longer than any measure; to read a number takes time that grows with the square of its length. */
    static final int LONGEST = 60;

    static final Pattern AMOUNT = Pattern.compile("(-?\\d{1,40}(?:\\.\\d{1,20})?) ([A-Z]{3})");
    static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(?:\\.\\d{1,20})?");

    private static final long serialVersionUID = 1L;

    MeasureReader() {
        super(Measure.class);
    }

    @Override
    public Measure deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken().isStructStart()) {
            return (Measure) context.handleUnexpectedToken(Measure.class, json);
        }
        String text = json.getText();
        try {
            return Measure.parse(text);
        } catch (IllegalArgumentException fault) {
            return (Measure) context.handleWeirdStringValue(Measure.class, text, "%s", fault.getMessage());
        }
    }
}
