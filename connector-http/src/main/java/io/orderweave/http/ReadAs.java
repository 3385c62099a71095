package io.orderweave.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an API method that answers with a {@link RawJson} of which mostly that type is read. The answer is read as it while it is
 * checked, so that its bytes are walked over once. It changes nothing but the time it takes.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ReadAs {

    /** What {@link RawJson#as} is asked for. */
    Class<?> value();
}
