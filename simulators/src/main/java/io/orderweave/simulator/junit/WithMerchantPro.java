package io.orderweave.simulator.junit;

import io.orderweave.simulator.merchantpro.MerchantProDateFilter;
import io.orderweave.simulator.merchantpro.MerchantProSimulator;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of the class, or this one, a MerchantPro shop of its own: started before {@code @BeforeEach} methods, closed after
 * {@code @AfterEach} methods. These methods and tests take it as a parameter of type {@link MerchantProSimulator}, and its time as a
 * {@link io.orderweave.simulator.SimulatorClock}. On a method it stands in for the one on the class, on a class for
 * the one on a class it extends. For settings that are not here
 * build the simulator in the test.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SimulatorExtension.class)
public @interface WithMerchantPro {

    String apiKey() default "merchantpro-key";

    String apiSecret() default "merchantpro-secret";

    /** The filters on dates that the order list understands. */
    MerchantProDateFilter[] dateFilters() default MerchantProDateFilter.CREATED;
}
