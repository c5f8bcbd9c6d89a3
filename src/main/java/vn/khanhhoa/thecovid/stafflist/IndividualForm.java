package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.intake.CellValue;
import vn.khanhhoa.thecovid.intake.CheckedRow;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.intake.Repair;
import vn.khanhhoa.thecovid.intake.RowChecker;
import vn.khanhhoa.thecovid.intake.Severity;
import vn.khanhhoa.thecovid.registry.ActivityView;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.stafflist.IndividualField.Kind;
import vn.khanhhoa.thecovid.stafflist.IndividualField.Option;

/** Form M10 as one person fills it in: the columns are asked one below the other and checked by the rules of lists. */
@ApplicationScoped
class IndividualForm {
    static final String CODE = "M10";
    static final String RESIDENCE = "residence";
    private static final long NO_ORGANISATION = 0;

    @Inject
    private Forms forms;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    LocalDate today() {
        return LocalDate.now(clock);
    }

    FormDefinition definition() {
        return forms.inForce(CODE, LocalDate.now(clock))
                .map(version -> version.template().definition())
                .orElseThrow(NotFound::new);
    }

    List<IndividualField> fields() {
        return definition().columns().stream()
                .filter(column -> column.type() != ColumnType.ORDINAL)
                .map(this::field)
                .toList();
    }

    private IndividualField field(FormColumn column) {
        Kind kind = switch (column.type()) {
            case NAME -> Kind.NAME;
            case IDENTITY_NUMBER, SOCIAL_INSURANCE -> Kind.NUMBER;
            case PHONE -> Kind.PHONE;
            case BIRTH_DATE -> Kind.BIRTH;
            case VALID_FROM, VALID_TO, DATE -> Kind.DAY;
            case SEX, DOCUMENT_KIND, CHOICE, YES_NO -> Kind.ONE_OF;
            case SECTOR -> Kind.MENU;
            case AREA -> Kind.COMMUNE;
            case ACTIVITIES -> Kind.ACTIVITIES;
            default -> Kind.TEXT;
        };
        return new IndividualField(
                column.key(),
                kind,
                column.required(),
                column.labelVi(),
                column.labelEn(),
                column.noteVi(),
                column.noteEn(),
                column.maxLength(),
                options(kind, column));
    }

    private List<Option> options(Kind kind, FormColumn column) {
        LocalDate today = LocalDate.now(clock);
        return switch (kind) {
            case ONE_OF ->
                column.values().stream()
                        .map(value -> new Option(value.code(), value.labelVi(), value.labelEn()))
                        .toList();
            case MENU ->
                catalogue.sectors(today).stream()
                        .filter(sector -> !sector.isSection())
                        .map(sector -> new Option(
                                sector.code(),
                                sector.code() + " " + sector.nameVi(),
                                sector.code() + " " + sector.nameEn()))
                        .toList();
            case COMMUNE ->
                catalogue.communes(today).stream()
                        .map(area -> new Option(area.code(), area.path(), area.path()))
                        .toList();
            case ACTIVITIES ->
                catalogue.activities(today).stream()
                        .filter(ActivityView::forEverybody)
                        .map(activity -> new Option(activity.code(), activity.nameVi(), activity.nameEn()))
                        .toList();
            default -> List.of();
        };
    }

    CheckedRow check(FormDefinition form, Map<String, String> cells, int line) {
        LocalDate today = LocalDate.now(clock);
        ReferenceLists all = forms.references(NO_ORGANISATION, today);
        Set<String> open = catalogue.activities(today).stream()
                .filter(ActivityView::forEverybody)
                .map(ActivityView::code)
                .collect(Collectors.toSet());
        ReferenceLists lists = new ReferenceLists(
                all.communes(),
                all.formerCommunes(),
                all.province(),
                List.of(),
                all.activities().stream()
                        .filter(activity -> open.contains(activity.code()))
                        .toList(),
                all.sectors());
        List<String> texts = form.columns().stream()
                .map(column -> cells.getOrDefault(column.key(), ""))
                .toList();
        return new RowChecker(form, lists, today, LineCheck.LONGEST_PERIOD_DAYS)
                .check(new ListRow(line, texts, List.of()));
    }

    Optional<AreaView> commune(CheckedRow row) {
        String code = row.text(RESIDENCE).orElse("");
        return catalogue.communes(LocalDate.now(clock)).stream()
                .filter(area -> area.code().equals(code))
                .findFirst();
    }

    /** What was understood, in words. */
    IndividualCheck view(CheckedRow row, String agency) {
        Map<String, Repair> repairs = row.repairs().stream()
                .collect(Collectors.toMap(Repair::columnKey, Function.identity(), (first, second) -> second));
        return new IndividualCheck(
                row.isGood() && row.identity().isPresent(),
                fields().stream()
                        .filter(field -> row.cells().containsKey(field.key()))
                        .map(field -> answer(field, row, Optional.ofNullable(repairs.get(field.key()))))
                        .toList(),
                row.problems().stream()
                        .map(problem -> new IndividualCheck.Problem(
                                problem.columnKey(),
                                problem.severity() == Severity.ERROR,
                                problem.messageKey(),
                                problem.args().toArray()))
                        .toList(),
                agency);
    }

    private static IndividualCheck.Answer answer(IndividualField field, CheckedRow row, Optional<Repair> repair) {
        String text = row.cells().getOrDefault(field.key(), "");
        Map<String, Option> options = new HashMap<>();
        field.options().forEach(option -> options.put(option.code(), option));
        CellValue value = row.values().get(field.key());
        List<Option> chosen = List.of(new Option("", text, text));
        if (value instanceof CellValue.Codes codes) {
            chosen = codes.codes().stream()
                    .map(code -> options.getOrDefault(code, new Option(code, code, code)))
                    .toList();
        } else if (value instanceof CellValue.Coded coded) {
            chosen = List.of(options.getOrDefault(coded.code(), new Option("", text, text)));
        }
        return new IndividualCheck.Answer(
                field.key(),
                field.labelVi(),
                field.labelEn(),
                chosen.stream().map(Option::labelVi).collect(Collectors.joining("; ")),
                chosen.stream().map(Option::labelEn).collect(Collectors.joining("; ")),
                repair.map(Repair::given).orElse(""),
                repair.map(each -> each.kind().key()).orElse(""));
    }
}
