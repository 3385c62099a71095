package io.orderweave.http;

/** What an API method answers with when the body of the answer does not matter. */
public enum NoBody {
    NONE
}
