package io.orderweave.internal.book;

/** A value as read, with what is needed to save it again. */
public record Versioned<T>(T value, long version, int schema) {}
