package io.orderweave.value;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** The house style of immutable values: implementation hidden, plain JDK collections, JSON by accessor name. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@JsonSerialize
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        jdk9Collections = true,
        nullableAnnotation = "org.jspecify.annotations.Nullable",
        depluralize = true)
public @interface ValueStyle {}
