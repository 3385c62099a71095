package io.orderweave.documents;

import io.orderweave.document.Document;

/** What every block needs to draw its part of one document. */
record Sheet(Document document, Texts texts, Formats formats, Ink ink, Letterhead letterhead) {}
