package io.orderweave.bankmail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as the lines that a reader sees: blocks and line breaks end a line, everything else stays on it. */
final class HtmlText implements NodeVisitor {

    private static final Set<String> ENDING_A_LINE = Set.of(
            "br",
            "p",
            "div",
            "tr",
            "table",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "blockquote",
            "pre",
            "section",
            "article",
            "header",
            "footer");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        HtmlText visitor = new HtmlText();
        Jsoup.parse(html).body().traverse(visitor);
        return visitor.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(oneLine(words.getWholeText()));
        } else if (node instanceof Element element && ENDING_A_LINE.contains(element.normalName())) {
            endLine();
        } else if (node instanceof Element element && CELLS.contains(element.normalName())) {
            text.append(' ');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element
                && ENDING_A_LINE.contains(element.normalName())
                && !element.normalName().equals("br")) {
            endLine();
        }
    }

    private void endLine() {
        text.append('\n');
    }

    /** A line break in the source of HTML is a blank. */
    private static String oneLine(String words) {
        return words.replace('\n', ' ').replace('\r', ' ');
    }
}
