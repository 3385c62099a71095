package io.orderweave.order;

/**
 * What an archiving run came to.
 *
 * @param archived how many orders were moved aside
 * @param more whether others wait that are old and closed too
 */
public record ArchiveReport(int archived, boolean more) {}
