package io.orderweave.simulator;

/**
 * One request a simulator got, without headers and body. Immutable.
 *
 * @param method the HTTP method
 * @param path the path without its query
 * @param operation what was asked, whatever the ids: {@code "POST /order/checkout-forms/{id}/shipments"} for a REST route,
 *     the root element such as {@code createPacket} where every request has the same path, {@link #UNKNOWN} for neither
 * @param status the HTTP status answered, or {@link #CUT} when the connection was closed without an answer
 */
public record RecordedRequest(String method, String path, String operation, int status) {

    /** In place of a status: no answer was given. */
    public static final int CUT = 0;

    /** In place of an operation: nothing the simulator knows. */
    public static final String UNKNOWN = "unknown";
}
