package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.FormColumn;

/**
 * A column as those who mend lines see it.
 *
 * @param choices texts to choose from; others may be as good
 */
public record RowColumn(FormColumn column, List<String> choices) {
    public RowColumn {
        choices = List.copyOf(choices);
    }

    public String key() {
        return column.key();
    }

    /** Whether nothing but the choices is right. */
    public boolean isClosed() {
        return switch (column.type()) {
            case SEX, DOCUMENT_KIND, CHOICE, YES_NO, WORKPLACE -> true;
            default -> false;
        };
    }

    /** Whether its texts name things: of two texts, each may mean another one. */
    public boolean isOfNames() {
        return isClosed()
                || switch (column.type()) {
                    case AREA, ACTIVITIES, SECTOR -> true;
                    default -> false;
                };
    }

    public boolean isClearable() {
        return !column.required();
    }

    /** Not to be kept in the browser when a session ends. */
    public boolean isPersonal() {
        return MaskedCell.isPersonal(column);
    }

    /** What everybody has their own of cannot be one text for many lines. */
    public boolean isOnesOwn() {
        return column.type() == ColumnType.NAME
                || column.type() == ColumnType.BIRTH_DATE
                || column.type() == ColumnType.IDENTITY_NUMBER
                || column.type() == ColumnType.SOCIAL_INSURANCE;
    }
}
