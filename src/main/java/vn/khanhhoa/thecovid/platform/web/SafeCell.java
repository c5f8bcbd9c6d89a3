package vn.khanhhoa.thecovid.platform.web;

/** What goes into a cell of an export: a text that a spreadsheet would take for a formula is marked as text. */
public final class SafeCell {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private SafeCell() {}

    public static String of(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
