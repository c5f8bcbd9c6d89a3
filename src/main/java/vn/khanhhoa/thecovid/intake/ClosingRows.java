package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells rows that close a list from people: sums, places and days of signing, who signs. Such a row says so itself or
 * follows one that does, and has nothing that names a person but perhaps a name.
 */
final class ClosingRows {
    private static final Set<ColumnType> OF_A_PERSON = EnumSet.of(
            ColumnType.BIRTH_DATE,
            ColumnType.SEX,
            ColumnType.DOCUMENT_KIND,
            ColumnType.IDENTITY_NUMBER,
            ColumnType.PHONE,
            ColumnType.AREA,
            ColumnType.VALID_FROM,
            ColumnType.VALID_TO);
    private static final int MOST_CELLS = 4;
    private static final int MOST_TOLD = 20;
    /** Of letters without marks, and no spaces between them. */
    private static final Pattern SAYS_SO =
            Pattern.compile("(nguoi|canbo)(lap|tonghop)\\w*|(thutruong|giamdoc|phogiamdoc|ketoantruong"
                    + "|truongphong|daidien|xacnhancua|chutich|chuhokinhdoanh)\\w*|kyten\\w*|kyghiro\\w*|kydongdau\\w*"
                    + "|\\w*ngay\\d{0,2}thang\\d{0,2}nam\\d{0,4}");

    /** Its marks tell it from the names Công and Tống Công. */
    private static final Pattern SUM = Pattern.compile("(tổng ?(cộng|số)|tong ?(cong|so)).*|cộng( ?[:\\d].*)?");

    private static final Pattern COUNT = Pattern.compile("\\d+(nguoi|laodong|nhankhau|congnhan)?");

    private final List<FormColumn> columns;
    private final List<Integer> rows = new ArrayList<>();
    private boolean closed;

    ClosingRows(List<FormColumn> columns) {
        this.columns = columns;
    }

    /** @param cells by the columns of the form */
    boolean isOne(RawRow row, List<String> cells) {
        if (!mayBe(row, cells)) {
            closed = false;
            return false;
        }
        closed = closed || isNameless(cells) && saysSo(row);
        if (closed && rows.size() < MOST_TOLD) {
            rows.add(row.number());
        }
        return closed;
    }

    /** Somebody of whom only name and post are known is a person still; "21 người" beside a sum is none. */
    private boolean isNameless(List<String> cells) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type() == ColumnType.NAME && !cells.get(i).isBlank()) {
                return saysSo(cells.get(i))
                        || COUNT.matcher(CellText.fold(cells.get(i))).matches();
            }
        }
        return true;
    }

    private boolean mayBe(RawRow row, List<String> cells) {
        for (int i = 0; i < columns.size(); i++) {
            if (!cells.get(i).isBlank() && OF_A_PERSON.contains(columns.get(i).type()) && !saysSo(cells.get(i))) {
                return false;
            }
        }
        int filled = 0;
        for (int column = 0; column < row.width(); column++) {
            filled += row.text(column).isEmpty() ? 0 : 1;
        }
        return filled <= MOST_CELLS;
    }

    private static boolean saysSo(RawRow row) {
        for (int column = 0; column < row.width(); column++) {
            if (saysSo(row.text(column))) {
                return true;
            }
        }
        return false;
    }

    /** A sum or a signature may stand in any column. */
    private static boolean saysSo(String text) {
        return text.chars().anyMatch(Character::isLetter) && saysSoInLetters(text);
    }

    private static boolean saysSoInLetters(String text) {
        return SAYS_SO.matcher(CellText.fold(text)).matches()
                || SUM.matcher(CellText.normalise(text).toLowerCase(Locale.ROOT))
                        .matches();
    }

    /** Numbers of those that were met, the first of them. */
    List<Integer> rows() {
        return List.copyOf(rows);
    }
}
