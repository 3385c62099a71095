package io.orderweave.benchmarks;

import java.util.List;

/** A page of the list of checkout forms, as plain Jackson binds it. */
record AllegroForms(List<AllegroForm> checkoutForms, int count, int totalCount) {}
