package io.orderweave.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an API method that returns {@link Reply}: these statuses speak of the one thing asked for, not of the account, the budget
 * or the network, and are answered as {@link Reply.Refused}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RefusedAlsoBy {
    int[] value();
}
