package io.orderweave.connectors.allegro;

/** An invoice entry to add, before its file. */
record AllegroNewInvoiceDto(File file, String invoiceNumber) {

    record File(String name) {}
}
