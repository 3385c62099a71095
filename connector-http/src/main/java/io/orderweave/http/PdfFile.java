package io.orderweave.http;

/** What uploads of documents need to know of a PDF file. Called by connectors. */
public final class PdfFile {

    private PdfFile() {}

    /** Whether the bytes begin as those of a PDF do. */
    public static boolean is(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
    }

    /** A document's number as a file name, which it may not be: {@code FV/1/2026}. */
    public static String name(String number) {
        return number.replaceAll("[^A-Za-z0-9._-]", "-") + ".pdf";
    }
}
