package vn.khanhhoa.thecovid.intake;

/** Column headings made comparable. */
final class HeaderText {
    private HeaderText() {}

    /** Marks, case, spacing, stars and remarks in brackets do not tell headings apart. */
    static String of(String heading) {
        return CellText.fold(withoutRemarks(heading));
    }

    /** The same, but marks do tell them apart. */
    static String exact(String heading) {
        String key = CellText.key(withoutRemarks(heading));
        StringBuilder kept = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String withoutRemarks(String heading) {
        StringBuilder kept = new StringBuilder(heading.length());
        int depth = 0;
        for (int i = 0; i < heading.length(); i++) {
            char c = heading.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (depth <= 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
