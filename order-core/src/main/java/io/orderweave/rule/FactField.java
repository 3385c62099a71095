package io.orderweave.rule;

/**
 * A field whose value a host can supply from beside the order, by a {@link FactReader}. Not implemented by hosts: it is what {@link
 * Field#WEIGHT} and the fields made by {@link NumberField#beside} and its like are. Immutable.
 *
 * @param <T> what its value is in Java
 */
public sealed interface FactField<T> extends Field permits TextField, TextsField, FlagField, NumberField, AmountField {

    /**
     * The field's value for what a reader read.
     *
     * @throws IllegalArgumentException when rules cannot hold it, as a number of more than 40 digits
     */
    FieldValue value(T read);
}
