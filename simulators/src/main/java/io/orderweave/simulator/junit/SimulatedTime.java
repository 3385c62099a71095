package io.orderweave.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the simulators of {@link WithAllegro} and its like begin each test at a moment at which time stands until the test moves its
 * {@link io.orderweave.simulator.SimulatorClock}. Without it that clock follows the real time. On a method it stands in for the one on
 * the class, on a class for the one on a class it extends.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface SimulatedTime {

    /** The moment in ISO 8601 and UTC, such as {@code 2026-11-21T10:00:00Z}. */
    String value();
}
