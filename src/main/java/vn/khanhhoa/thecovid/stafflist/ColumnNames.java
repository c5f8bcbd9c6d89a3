package vn.khanhhoa.thecovid.stafflist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;

/** Columns as they are kept in words, by key or in earlier days by Vietnamese label, for a reader of either language. */
public record ColumnNames(FormDefinition form) {
    private static final String SEPARATOR = ", ";

    /** @param written several, with commas between them, which labels may have too; what is no column stays as it is */
    public String of(String written, boolean english) {
        List<String> names = new ArrayList<>();
        String rest = written;
        while (!rest.isEmpty()) {
            String left = rest;
            FormColumn column = form.columns().stream()
                    .filter(each -> begins(left, each.key()) || begins(left, each.labelVi()))
                    .max(Comparator.comparingInt(each -> length(left, each)))
                    .orElse(null);
            int comma = rest.indexOf(SEPARATOR);
            int end = column != null ? length(rest, column) : comma < 0 ? rest.length() : comma;
            names.add(column == null ? rest.substring(0, end) : english ? column.labelEn() : column.labelVi());
            rest = rest.substring(Math.min(rest.length(), end + SEPARATOR.length()));
        }
        return String.join(SEPARATOR, names);
    }

    private static int length(String text, FormColumn column) {
        return begins(text, column.labelVi())
                ? column.labelVi().length()
                : column.key().length();
    }

    private static boolean begins(String text, String name) {
        return text.equals(name) || text.startsWith(name + SEPARATOR);
    }

    /** By key, as they are kept. */
    static String keys(FormDefinition form, Set<String> columns) {
        return form.columns().stream()
                .map(FormColumn::key)
                .filter(columns::contains)
                .collect(Collectors.joining(SEPARATOR));
    }
}
