package io.orderweave.internal.book;

import io.orderweave.order.Order;
import io.orderweave.rule.CompiledRules;
import io.orderweave.rule.FactField;
import io.orderweave.rule.FactReader;
import io.orderweave.rule.Field;
import io.orderweave.rule.FieldCatalogue;
import io.orderweave.rule.FieldValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The host's readers of what lies beside orders, by field. Immutable; thread-safe as the readers are. */
public final class FactReaders {

    public static final FactReaders NONE = new FactReaders(Map.of());

    private final Map<String, Source<?>> sources;

    private FactReaders(Map<String, Source<?>> sources) {
        this.sources = Map.copyOf(sources);
    }

    /** These and one more. */
    public <T> FactReaders with(FactField<T> field, FactReader<T> reader) {
        Map<String, Source<?>> all = new HashMap<>(sources);
        if (all.put(field.name(), new Source<>(field, reader)) != null) {
            throw new IllegalArgumentException("the fact of field " + field.name() + " is given twice");
        }
        return new FactReaders(all);
    }

    /** What is wrong with them, each as one sentence. */
    public List<String> problems(FieldCatalogue fields) {
        List<String> problems = new ArrayList<>();
        sources.values().forEach(source -> problem(source.field(), fields).ifPresent(problems::add));
        return problems;
    }

    private static Optional<String> problem(Field field, FieldCatalogue fields) {
        if (field.source() != Field.Source.BESIDE) {
            return Optional.of("a fact is given for field " + field
                    + ", which is read from the order; fields from beside" + " the order are made by beside(...)");
        }
        return fields.find(field.name()).filter(field::equals).isPresent()
                ? Optional.empty()
                : Optional.of("a fact is given for field " + field
                        + ", which is not among the rules' fields; add it to ruleFields(...)");
    }

    /** The fields that rules ask for and nobody supplies: unknown of every order. */
    public List<String> missing(CompiledRules rules) {
        return rules.beside().stream()
                .map(Field::name)
                .filter(name -> !supply(name))
                .sorted()
                .toList();
    }

    boolean supply(String field) {
        return sources.containsKey(field);
    }

    /** What the host says of a field that is supplied. */
    FieldValue read(String field, Order order) {
        Source<?> source = sources.get(field);
        if (source == null) {
            throw new IllegalArgumentException("nobody supplies field " + field);
        }
        return source.read(order);
    }

    /** A field with its reader. */
    private record Source<T>(FactField<T> field, FactReader<T> reader) {

        FieldValue read(Order order) {
            try {
                return reader.read(order).map(field::value).orElseGet(FieldValue.Missing::new);
            } catch (InterruptedException fault) {
                Thread.currentThread().interrupt();
                return faulty(fault);
            } catch (Exception fault) {
                return faulty(fault);
            }
        }

        /** Not its message: the host may quote the order in it. */
        private static FieldValue faulty(Exception fault) {
            return new FieldValue.Faulty(fault.getClass().getName());
        }
    }
}
