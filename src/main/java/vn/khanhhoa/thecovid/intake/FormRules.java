package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * What a form template must keep to, so that lists can be read by it and entries made of their rows. Codes of the
 * violations are keys of the sentences that say what to do.
 */
public final class FormRules {
    /** Columns of which entries are made; each of its type and to be filled in by everyone. */
    private static final Map<String, ColumnType> NEEDED = Map.of(
            "full_name", ColumnType.NAME,
            "birth_date", ColumnType.BIRTH_DATE,
            "sex", ColumnType.SEX,
            "document_kind", ColumnType.DOCUMENT_KIND,
            "document_number", ColumnType.IDENTITY_NUMBER,
            "residence", ColumnType.AREA,
            "activities", ColumnType.ACTIVITIES,
            "valid_from", ColumnType.VALID_FROM,
            "valid_to", ColumnType.VALID_TO);

    private static final String WORKPLACE = "workplace";
    private static final Set<ColumnType> ONCE = EnumSet.of(
            ColumnType.ORDINAL,
            ColumnType.NAME,
            ColumnType.BIRTH_DATE,
            ColumnType.SEX,
            ColumnType.DOCUMENT_KIND,
            ColumnType.IDENTITY_NUMBER,
            ColumnType.AREA,
            ColumnType.WORKPLACE,
            ColumnType.ACTIVITIES,
            ColumnType.VALID_FROM,
            ColumnType.VALID_TO);
    private static final Set<ColumnType> OF_A_LIST = EnumSet.of(
            ColumnType.TEXT,
            ColumnType.DATE,
            ColumnType.CHOICE,
            ColumnType.AREA,
            ColumnType.YES_NO,
            ColumnType.NUMBER,
            ColumnType.TIME_OF_DAY,
            ColumnType.DATE_TIME);
    private static final Set<ColumnType> BOUNDED = EnumSet.of(ColumnType.DATE, ColumnType.NUMBER, ColumnType.DATE_TIME);
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern VALUE_CODE = Pattern.compile("[A-Za-z0-9_]{1,40}");
    private static final Pattern NAME_OF_FORM = Pattern.compile("[A-Z][A-Z0-9]{1,7}");
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_LABEL = 120;
    private static final int LONGEST_NOTE = 400;
    private static final int LONGEST_CELL = 500;
    private static final int LONGEST_DEFAULT = 60;
    private static final int LONGEST_NAME = 160;
    private static final int LONGEST_ROUTING = 200;
    /** As long as what an entry keeps of a person's name and position. */
    private static final int LONGEST_KEPT = 120;

    /** Names of sectors are the longest that the portal offers itself. */
    private static final int LONGEST_SECTOR = 220;

    private static final int MOST_COLUMNS = 60;
    private static final Set<String> SEXES = Set.of("MALE", "FEMALE");

    private FormRules() {}

    /** @throws RuleViolation for the first thing that is wrong */
    public static void check(FormTemplate form) {
        problems(form).stream().findFirst().ifPresent(first -> {
            throw first;
        });
    }

    /** All that is wrong. */
    public static List<RuleViolation> problems(FormTemplate form) {
        List<RuleViolation> found = new ArrayList<>();
        checkAbout(form, found);
        if (form.columns().size() > MOST_COLUMNS) {
            found.add(new RuleViolation("forms.too-many-columns", MOST_COLUMNS));
        }
        form.columns().forEach(column -> checkColumn(column, found));
        requireRowsShort(form, found);
        NEEDED.forEach((key, type) -> requireNeeded(form, key, type, found));
        checkWorkplace(form, found);
        for (ColumnType type : ONCE) {
            for (FormColumn.Scope scope : FormColumn.Scope.values()) {
                List<FormColumn> alike = form.columns().stream()
                        .filter(column -> column.active() && column.type() == type && column.scope() == scope)
                        .toList();
                if (alike.size() > 1) {
                    found.add(new RuleViolation("forms.type-twice", alike.get(1).labelVi()));
                }
            }
        }
        checkNames(form, found);
        return found;
    }

    /** A row whose cells fit their columns is stored as it is. */
    private static void requireRowsShort(FormTemplate form, List<RuleViolation> found) {
        int length = form.columns().stream()
                .filter(FormColumn::isInRows)
                .mapToInt(FormColumn::maxLength)
                .sum();
        if (length > ReadingLimits.DEFAULT.rowLength()) {
            found.add(new RuleViolation("forms.row-too-long", length, ReadingLimits.DEFAULT.rowLength()));
        }
    }

    private static void checkAbout(FormTemplate form, List<RuleViolation> found) {
        FormAbout about = form.about();
        if (!NAME_OF_FORM.matcher(form.code()).matches()) {
            found.add(new RuleViolation("forms.code-unclear", form.code()));
        }
        if (about.nameVi().isBlank() || about.nameEn().isBlank()) {
            found.add(new RuleViolation("forms.name-missing"));
        }
        requireShort(about.nameVi(), LONGEST_NAME, found);
        requireShort(about.nameEn(), LONGEST_NAME, found);
        requireShort(about.descriptionVi(), LONGEST_NOTE, found);
        requireShort(about.descriptionEn(), LONGEST_NOTE, found);
        requireShort(about.routingVi(), LONGEST_ROUTING, found);
        requireShort(about.routingEn(), LONGEST_ROUTING, found);
        requireShort(String.join(" ", about.organisationTypes()), LONGEST_ROUTING, found);
    }

    private static void checkColumn(FormColumn column, List<RuleViolation> found) {
        if (!KEY.matcher(column.key()).matches()) {
            found.add(new RuleViolation("forms.column-key", column.key()));
        }
        if (HeaderText.of(column.labelVi()).isEmpty()
                || HeaderText.of(column.labelEn()).isEmpty()) {
            found.add(new RuleViolation("forms.label-missing", column.key()));
        }
        requireShort(column.labelVi(), LONGEST_LABEL, found);
        requireShort(column.labelEn(), LONGEST_LABEL, found);
        requireShort(column.noteVi(), LONGEST_NOTE, found);
        requireShort(column.noteEn(), LONGEST_NOTE, found);
        requireShort(String.join("|", column.aliases()), LONGEST_TEXT, found);
        requireShort(column.valuesText(), LONGEST_TEXT, found);
        requireShort(column.defaultValue(), LONGEST_DEFAULT, found);
        int longest = column.type() == ColumnType.NAME || column.key().equals("position") ? LONGEST_KEPT : LONGEST_CELL;
        int least = column.type() == ColumnType.SECTOR ? LONGEST_SECTOR : 1;
        if (column.maxLength() < least || column.maxLength() > longest) {
            found.add(new RuleViolation("forms.max-length-unclear", column.labelVi(), least, longest));
        }
        if (column.scope() == FormColumn.Scope.LIST && !OF_A_LIST.contains(column.type())) {
            found.add(new RuleViolation("forms.type-of-list", column.labelVi()));
        }
        checkValues(column, found);
    }

    private static void checkValues(FormColumn column, List<RuleViolation> found) {
        boolean listed = column.type() == ColumnType.CHOICE
                || column.type() == ColumnType.SEX
                || column.type() == ColumnType.DOCUMENT_KIND;
        if (listed == column.values().isEmpty()) {
            found.add(new RuleViolation(listed ? "forms.values-missing" : "forms.values-for-choice", column.labelVi()));
        }
        Set<String> codes = new HashSet<>();
        Map<String, String> written = new HashMap<>();
        for (AllowedValue value : column.values()) {
            if (!VALUE_CODE.matcher(value.code()).matches()
                    || value.labelVi().isBlank()
                    || value.labelEn().isBlank()
                    || !codes.add(value.code())) {
                found.add(new RuleViolation("forms.value", column.labelVi(), value.code()));
            }
            value.ways().forEach(way -> {
                String other = written.put(CellText.fold(way), value.code());
                if (other != null && !other.equals(value.code())) {
                    found.add(new RuleViolation("forms.value-twice", column.labelVi(), way));
                }
            });
        }
        if (column.type() == ColumnType.SEX && !codes.equals(SEXES)) {
            found.add(new RuleViolation("forms.sexes"));
        }
        if (column.type() == ColumnType.DOCUMENT_KIND
                && !codes.stream().allMatch(code -> DocumentKind.named(code).isPresent())) {
            found.add(new RuleViolation("forms.document-kinds"));
        }
        checkList(column, found);
    }

    private static void checkList(FormColumn column, List<RuleViolation> found) {
        String list = column.valueList();
        boolean fits = switch (column.type()) {
            case AREA -> list.equals("communes") || list.equals("communes-or-outside");
            case WORKPLACE -> list.equals("workplaces");
            case ACTIVITIES -> list.equals("activities");
            case SECTOR -> list.equals("sectors");
            case BIRTH_DATE -> list.isEmpty() || list.equals(FormColumn.WORKERS);
            default -> list.isEmpty() || BOUNDED.contains(column.type());
        };
        if (!fits) {
            found.add(new RuleViolation("forms.value-list", column.labelVi(), list));
        }
        if (BOUNDED.contains(column.type())) {
            try {
                ColumnBounds.parse(column.type(), list);
            } catch (IllegalArgumentException unclear) {
                found.add(new RuleViolation("forms.bounds-unclear", column.labelVi(), list));
            }
        }
    }

    private static void requireNeeded(FormTemplate form, String key, ColumnType type, List<RuleViolation> found) {
        FormColumn column = form.column(key).orElse(null);
        if (column == null) {
            found.add(new RuleViolation("forms.column-needed", key));
        } else if (!column.isInRows() || !column.required() || column.type() != type) {
            found.add(new RuleViolation("forms.column-needed", column.labelVi()));
        }
    }

    /**
     * Without a workplace the commune that the list names decides who reviews, or else the residence: whichever it is has to
     * be in the province.
     */
    private static void checkWorkplace(FormTemplate form, List<RuleViolation> found) {
        List<FormColumn> places = form.columns().stream()
                .filter(column ->
                        column.type() == ColumnType.WORKPLACE || column.key().equals(WORKPLACE))
                .toList();
        if (places.stream()
                .anyMatch(place -> !place.key().equals(WORKPLACE)
                        || place.type() != ColumnType.WORKPLACE
                        || !place.isInRows()
                        || !place.required())) {
            found.add(new RuleViolation("forms.workplace"));
        }
        boolean outside =
                form.column("residence").filter(FormColumn::acceptsOutside).isPresent();
        boolean named = form.columns().stream()
                .anyMatch(column -> column.isOfList()
                        && column.type() == ColumnType.AREA
                        && column.required()
                        && !column.acceptsOutside());
        if (places.isEmpty() && outside && !named) {
            found.add(new RuleViolation("forms.no-workplace"));
        }
    }

    /** A heading means one column, also one that is switched on only later. */
    private static void checkNames(FormTemplate form, List<RuleViolation> found) {
        Set<String> keys = new HashSet<>();
        Map<String, String> headings = new HashMap<>();
        for (FormColumn column : form.columns()) {
            if (!keys.add(column.key())) {
                found.add(new RuleViolation("forms.key-twice", column.key()));
            }
            for (String heading : column.headings()) {
                String other = headings.put(HeaderText.of(heading), column.key());
                if (HeaderText.of(heading).isEmpty() || other != null && !other.equals(column.key())) {
                    found.add(new RuleViolation("forms.heading-twice", heading, column.labelVi()));
                }
            }
        }
    }

    private static void requireShort(String text, int longest, List<RuleViolation> found) {
        if (text.length() > longest) {
            found.add(new RuleViolation("forms.text-too-long", text.substring(0, 40) + "…", longest));
        }
    }
}
