package vn.khanhhoa.thecovid.platform.paper;

import java.awt.Color;

/** The few colours on paper. Each stays readable on a black-and-white printer. */
public final class Ink {
    public static final Color ACCENT = new Color(0x0B, 0x5A, 0x52);
    public static final Color ON_ACCENT = Color.WHITE;
    public static final Color TEXT = new Color(0x14, 0x1C, 0x24);
    public static final Color LABEL = new Color(0x4A, 0x57, 0x63);
    public static final Color RULE = new Color(0xC3, 0xCC, 0xD4);
    public static final Color CUT = new Color(0x80, 0x80, 0x80);

    private Ink() {}
}
