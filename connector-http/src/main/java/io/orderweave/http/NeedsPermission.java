package io.orderweave.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an API method: the permission it needs, as the other side calls it, which an account may be used without. Its 403 speaks of
 * that permission, not of the account: it is answered as {@link Reply.Refused}, or thrown as REJECTED by a method that returns the
 * body itself, and names the permission.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsPermission {
    String value();
}
