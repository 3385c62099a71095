package io.orderweave.connectors.kaufland;

/** Why a piece is cancelled. */
record KauflandReasonDto(String reason) {}
