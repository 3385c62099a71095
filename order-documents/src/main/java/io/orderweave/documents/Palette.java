package io.orderweave.documents;

import java.awt.Color;

/** The colours of a document: greys only, so that it prints well in black and suits any logo. */
final class Palette {

    static final Color INK = new Color(0x1f, 0x29, 0x37);
    static final Color MUTED = new Color(0x5b, 0x65, 0x74);
    static final Color HAIRLINE = new Color(0xd9, 0xdd, 0xe3);
    static final Color BAND = new Color(0xf3, 0xf5, 0xf7);

    private Palette() {}
}
