/** Invoices, advance documents, proformas and credit notes as PDF; hosts use {@link io.orderweave.documents.PdfDocumentRenderer}. */
@NullMarked
package io.orderweave.documents;

import org.jspecify.annotations.NullMarked;
