package vn.khanhhoa.thecovid.stafflist;

import java.util.Set;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.FormColumn;

/** The text of a cell to be shown where nobody types: of a personal number only its end. */
final class MaskedCell {
    private static final Set<ColumnType> PERSONAL =
            Set.of(ColumnType.IDENTITY_NUMBER, ColumnType.PHONE, ColumnType.SOCIAL_INSURANCE);
    private static final int SHOWN = 4;

    private MaskedCell() {}

    static boolean isPersonal(FormColumn column) {
        return PERSONAL.contains(column.type());
    }

    static String of(FormColumn column, String text) {
        if (!isPersonal(column)) {
            return text;
        }
        int hidden = Math.max(0, text.length() - SHOWN);
        return "•".repeat(hidden) + text.substring(hidden);
    }
}
