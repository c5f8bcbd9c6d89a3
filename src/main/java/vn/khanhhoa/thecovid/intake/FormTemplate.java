package vn.khanhhoa.thecovid.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a form template with all its columns, also those that are not asked for.
 *
 * @param validFrom first day; null as long as it is not published
 */
public record FormTemplate(
        String code, int version, FormAbout about, @Nullable LocalDate validFrom, List<FormColumn> columns) {
    public FormTemplate {
        columns = List.copyOf(columns);
    }

    /** What lists are made and read by. */
    public FormDefinition definition() {
        return new FormDefinition(
                code,
                version,
                about.nameVi(),
                about.nameEn(),
                validFrom == null ? LocalDate.MAX : validFrom,
                columns.stream().filter(FormColumn::isInRows).toList(),
                columns.stream().filter(FormColumn::isOfList).toList());
    }

    public Optional<FormColumn> column(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /** Whether nobody would notice a difference. */
    public boolean saysTheSame(FormTemplate other) {
        return about.equals(other.about) && columns.equals(other.columns);
    }

    public FormTemplate with(FormAbout changed) {
        return new FormTemplate(code, version, changed, validFrom, columns);
    }

    public FormTemplate with(List<FormColumn> changed) {
        return new FormTemplate(code, version, about, validFrom, changed);
    }
}
