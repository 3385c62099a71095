package io.orderweave.internal.book;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A version of a part of the configuration.
 *
 * @param id part and version, or the part alone where only the last counts
 */
public record ConfigurationRecord(String id, String kind, JsonNode content) {}
