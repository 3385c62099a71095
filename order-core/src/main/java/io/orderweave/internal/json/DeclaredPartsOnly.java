package io.orderweave.internal.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.VisibilityChecker;

/**
 * Only declared parts of a value belong to its JSON: a convenience called {@code isX} or {@code getX} would be written and then
 * refused on reading.
 */
final class DeclaredPartsOnly extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public VisibilityChecker<?> findAutoDetectVisibility(AnnotatedClass type, VisibilityChecker<?> checker) {
        VisibilityChecker<?> declared =
                super.findAutoDetectVisibility(type, checker).withIsGetterVisibility(Visibility.NONE);
        // A record's accessors are getters to Jackson; without them it has no parts at all.
        return type.getRawType().isRecord() ? declared : declared.withGetterVisibility(Visibility.NONE);
    }
}
