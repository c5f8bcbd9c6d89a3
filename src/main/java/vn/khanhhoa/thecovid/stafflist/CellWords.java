package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.intake.CellValue;
import vn.khanhhoa.thecovid.intake.Choice;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.intake.RowChecker;
import vn.khanhhoa.thecovid.registry.ActivityView;
import vn.khanhhoa.thecovid.registry.SectorView;

/** Cells in words: communes, activities and sectors by their names, dates written alike. What is not understood stays as it is. */
final class CellWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    private static final String BETWEEN = "; ";

    record Words(String vi, String en) {}

    private final FormDefinition form;
    private final RowChecker checker;
    private final Map<String, Words> areas = new HashMap<>();
    private final Map<String, Words> workplaces = new HashMap<>();
    private final Map<String, Words> activities = new HashMap<>();
    private final Map<String, Words> sectors = new HashMap<>();

    CellWords(
            FormDefinition form,
            ReferenceLists lists,
            List<ActivityView> activities,
            List<SectorView> sectors,
            LocalDate day) {
        this.form = form;
        this.checker = new RowChecker(form, lists, day, LineCheck.LONGEST_PERIOD_DAYS);
        lists.communes().forEach(commune -> areas.put(commune.code(), same(name(commune))));
        lists.workplaces().forEach(place -> workplaces.put(place.code(), same(place.name())));
        activities.forEach(
                activity -> this.activities.put(activity.code(), new Words(activity.nameVi(), activity.nameEn())));
        sectors.forEach(sector -> this.sectors.put(
                sector.code(),
                new Words(sector.code() + " – " + sector.nameVi(), sector.code() + " – " + sector.nameEn())));
    }

    private static String name(Choice commune) {
        return commune.within().isEmpty() ? commune.name() : commune.name() + ", " + commune.within();
    }

    private static Words same(String text) {
        return new Words(text, text);
    }

    /** By column key, in the order of the form. Whoever is first goes first: what checks the cells remembers them. */
    synchronized Map<String, Words> of(Map<String, String> cells) {
        List<String> texts = form.columns().stream()
                .map(column -> cells.getOrDefault(column.key(), ""))
                .toList();
        Map<String, CellValue> values =
                checker.again(new ListRow(0, texts, List.of())).values();
        Map<String, Words> words = new LinkedHashMap<>();
        for (FormColumn column : form.columns()) {
            String text = cells.getOrDefault(column.key(), "");
            CellValue value = values.get(column.key());
            if (!text.isEmpty()) {
                words.put(column.key(), value == null ? same(text) : words(column, value, text));
            }
        }
        return words;
    }

    /** Answers that were given once for a list, as they are. */
    static Map<String, Words> plain(Map<String, String> answers) {
        Map<String, Words> words = new LinkedHashMap<>();
        answers.forEach((key, text) -> words.put(key, same(text)));
        return words;
    }

    private Words words(FormColumn column, CellValue value, String text) {
        if (value instanceof CellValue.Coded coded) {
            return coded(column, coded.code(), text);
        } else if (value instanceof CellValue.Codes codes) {
            List<Words> names = codes.codes().stream()
                    .map(code -> activities.getOrDefault(code, same(code)))
                    .toList();
            return new Words(
                    names.stream().map(Words::vi).collect(Collectors.joining(BETWEEN)),
                    names.stream().map(Words::en).collect(Collectors.joining(BETWEEN)));
        } else if (value instanceof CellValue.Day day) {
            return same(DAY.format(day.day()));
        } else if (value instanceof CellValue.BirthDate birth) {
            return same(
                    switch (birth.precision()) {
                        case DAY -> DAY.format(birth.from());
                        case MONTH -> MONTH.format(birth.from());
                        case YEAR -> String.valueOf(birth.from().getYear());
                    });
        }
        return same(text);
    }

    private Words coded(FormColumn column, String code, String text) {
        return switch (column.type()) {
            case AREA -> areas.getOrDefault(code, same(text));
            case WORKPLACE -> workplaces.getOrDefault(code, same(text));
            case SECTOR -> sectors.getOrDefault(code, same(text));
            default ->
                column.values().stream()
                        .filter(allowed -> allowed.code().equals(code))
                        .findFirst()
                        .map(allowed -> new Words(allowed.labelVi(), allowed.labelEn()))
                        .orElse(same(text));
        };
    }
}
