package io.orderweave.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives each field that some rules name a place of its own, where its value is kept while they are evaluated. Used while compiling. */
final class Slots {

    private final FieldCatalogue catalogue;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Optional<Field>> fields = new ArrayList<>();

    Slots(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    int of(String field) {
        return places.computeIfAbsent(field, name -> {
            fields.add(catalogue.find(name));
            return fields.size() - 1;
        });
    }

    int size() {
        return fields.size();
    }

    /** Whether the host's code reads the field of that place, and may throw. */
    boolean isHosts(int place) {
        return isFrom(Field.Source.HOST, place) || isBeside(place);
    }

    /** Whether the value of that place comes from beside the order, and costs somebody a look there. */
    boolean isBeside(int place) {
        return isFrom(Field.Source.BESIDE, place);
    }

    private boolean isFrom(Field.Source source, int place) {
        return fields.get(place).filter(field -> field.source() == source).isPresent();
    }

    Map<String, Integer> places() {
        return Map.copyOf(places);
    }

    /** The field of each place; empty for a name that the catalogue does not have. */
    List<Optional<Field>> fields() {
        return List.copyOf(fields);
    }
}
