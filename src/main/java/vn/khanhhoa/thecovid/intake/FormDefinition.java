package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a form template (M01 to M12), in force from a date until its next version. Every column has its own
 * key and its own headings, by which an uploaded list is matched wherever the column stands.
 *
 * @param columns that every row answers
 * @param details that a list answers once
 */
public record FormDefinition(
        String code,
        int version,
        String nameVi,
        String nameEn,
        LocalDate validFrom,
        List<FormColumn> columns,
        List<FormColumn> details) {
    public FormDefinition {
        columns = List.copyOf(columns);
        details = List.copyOf(details);
        Set<String> names = new HashSet<>();
        for (FormColumn column : columns) {
            if (!names.add(column.key()) || !names.add(HeaderText.of(column.labelVi()))) {
                throw new IllegalArgumentException(code + " has the column " + column.key() + " twice");
            }
        }
    }

    /** Without anything that the list answers. */
    public FormDefinition(
            String code, int version, String nameVi, String nameEn, LocalDate validFrom, List<FormColumn> columns) {
        this(code, version, nameVi, nameEn, validFrom, columns, List.of());
    }

    public Optional<FormColumn> column(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /** Otherwise an entry is for the person's residence. */
    public boolean hasWorkplace() {
        return indexOf(ColumnType.WORKPLACE) >= 0;
    }

    /** Position of the only column of a type, or -1. */
    int indexOf(ColumnType type) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type() == type) {
                return i;
            }
        }
        return -1;
    }
}
