package vn.khanhhoa.thecovid.stafflist.intake;

/** Column headings made comparable: marks, case, spacing, stars and remarks in brackets do not tell them apart. */
final class HeaderText {
    private HeaderText() {}

    static String of(String heading) {
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
        return CellText.fold(kept.toString());
    }
}
