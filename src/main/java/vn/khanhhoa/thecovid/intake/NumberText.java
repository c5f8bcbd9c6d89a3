package vn.khanhhoa.thecovid.intake;

import java.util.Locale;

/** Numbers that are names: identity, phone and insurance numbers as people type and spreadsheets mangle them. */
final class NumberText {
    private static final String SEPARATORS = " .-'’`";

    private NumberText() {}

    /** Without spaces, dots, hyphens and the apostrophe that keeps a spreadsheet from calculating; upper case. */
    static String strip(String text) {
        if (CellText.isDigits(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (SEPARATORS.indexOf(text.charAt(i)) < 0) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString().toUpperCase(Locale.ROOT);
    }

    /** 5.60880E+10: the last digits are gone and nothing brings them back. */
    static boolean isScientific(String text) {
        int e = Math.max(text.indexOf('E'), text.indexOf('e'));
        if (e <= 0 || e + 1 >= text.length()) {
            return false;
        }
        boolean signed = text.charAt(e + 1) == '+' || text.charAt(e + 1) == '-';
        boolean point = text.indexOf('.') > 0 || text.indexOf(',') > 0;
        String mantissa = text.substring(0, e).replace(".", "").replace(",", "");
        return (signed || point)
                && CellText.isDigits(mantissa)
                && CellText.isDigits(text.substring(e + (signed ? 2 : 1)));
    }
}
