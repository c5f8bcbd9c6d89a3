package vn.khanhhoa.thecovid.card.print;

import java.awt.Color;

/** The few colours of a card. Each stays readable on a black-and-white printer. */
final class Ink {
    static final Color ACCENT = new Color(0x0B, 0x5A, 0x52);
    static final Color ON_ACCENT = Color.WHITE;
    static final Color TEXT = new Color(0x14, 0x1C, 0x24);
    static final Color LABEL = new Color(0x4A, 0x57, 0x63);
    static final Color RULE = new Color(0xC3, 0xCC, 0xD4);
    static final Color CUT = new Color(0x80, 0x80, 0x80);

    private Ink() {}
}
