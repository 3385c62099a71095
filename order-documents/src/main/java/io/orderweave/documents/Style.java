package io.orderweave.documents;

import java.awt.Color;

/** How a text looks. */
enum Style {
    TITLE(18, true, Palette.INK),
    NUMBER(11, false, Palette.MUTED),
    NAME(14, true, Palette.INK),
    SUM(14, true, Palette.INK),
    STRONG(9, true, Palette.INK),
    BODY(9, false, Palette.INK),
    LABEL(7.5f, false, Palette.MUTED),
    COLUMN(7.5f, true, Palette.MUTED),
    FOOT(7, false, Palette.MUTED);

    private final float size;
    private final boolean bold;
    private final Color color;

    Style(float size, boolean bold, Color color) {
        this.size = size;
        this.bold = bold;
        this.color = color;
    }

    /** In points. */
    float size() {
        return size;
    }

    boolean bold() {
        return bold;
    }

    Color color() {
        return color;
    }
}
