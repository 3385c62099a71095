package io.orderweave.simulator.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small but valid labels that show a few lines of ASCII text: PDF, ZPL and EPL, written by hand. */
public final class LabelDocument {

    private static final int LINE_HEIGHT = 16;
    private static final int MARGIN = 20;

    private LabelDocument() {}

    /**
     * A PDF of one page.
     *
     * @param width in points, 1/72 inch
     * @param height in points
     */
    public static byte[] pdf(int width, int height, List<String> lines) {
        StringBuilder text = new StringBuilder(
                "BT /F1 12 Tf " + LINE_HEIGHT + " TL " + MARGIN + " " + (height - MARGIN - LINE_HEIGHT) + " Td\n");
        lines.forEach(line -> text.append('(').append(escaped(line)).append(") Tj T*\n"));
        text.append("ET");
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + width + " " + height
                        + "] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(pdf.length());
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> pdf.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        pdf.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\nstartxref\n");
        pdf.append(table).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] zpl(List<String> lines) {
        StringBuilder zpl = new StringBuilder("^XA");
        for (int i = 0; i < lines.size(); i++) {
            zpl.append("^FO40,")
                    .append(40 + 40 * i)
                    .append("^ADN,36,20^FD")
                    .append(lines.get(i))
                    .append("^FS");
        }
        return zpl.append("^XZ\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] epl(List<String> lines) {
        StringBuilder epl = new StringBuilder("N\n");
        for (int i = 0; i < lines.size(); i++) {
            epl.append("A40,")
                    .append(40 + 40 * i)
                    .append(",0,4,1,1,N,\"")
                    .append(lines.get(i))
                    .append("\"\n");
        }
        return epl.append("P1\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }
}
