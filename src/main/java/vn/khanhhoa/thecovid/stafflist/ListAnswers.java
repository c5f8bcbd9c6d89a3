package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.CellValue;
import vn.khanhhoa.thecovid.intake.CheckedRow;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.intake.RowChecker;
import vn.khanhhoa.thecovid.intake.Severity;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What lists were answered to the questions that their forms ask once, checked as the cells of a row are. */
@ApplicationScoped
class ListAnswers {
    static final String EXPECTED = "expected_number";
    private static final String PLACE = "event_place";
    private static final ReferenceLists NOTHING = new ReferenceLists(List.of(), List.of(), List.of());

    @Inject
    private DataCipher cipher;

    @Inject
    private Forms forms;

    @Inject
    private Clock clock;

    Map<String, String> read(byte @Nullable [] sealed) {
        return sealed == null ? Map.of() : Cells.read(cipher.open(sealed));
    }

    /** Leaves out what the form does not ask and what was not answered. */
    byte[] seal(FormDefinition form, Map<String, String> answers) {
        Map<String, String> kept = new LinkedHashMap<>();
        form.details().forEach(column -> {
            String answer = answers.getOrDefault(column.key(), "").strip();
            if (!answer.isEmpty()) {
                kept.put(column.key(), answer);
            }
        });
        return cipher.seal(Cells.write(kept));
    }

    CheckedRow check(FormDefinition form, Map<String, String> answers) {
        FormDefinition questions = new FormDefinition(
                form.code(), form.version(), form.nameVi(), form.nameEn(), form.validFrom(), form.details());
        List<String> cells = new ArrayList<>();
        form.details().forEach(column -> cells.add(answers.getOrDefault(column.key(), "")));
        LocalDate today = LocalDate.now(clock);
        ReferenceLists lists = areaKey(form).isPresent() ? forms.areas(today) : NOTHING;
        return new RowChecker(questions, lists, today, LineCheck.LONGEST_PERIOD_DAYS)
                .check(new ListRow(1, cells, List.of()));
    }

    private static Optional<String> areaKey(FormDefinition form) {
        return form.details().stream()
                .filter(column -> column.type() == ColumnType.AREA)
                .map(FormColumn::key)
                .findFirst();
    }

    /** Where all entries of the list are for, where its form asks for that once; empty where each line says it. */
    Optional<EntryPlace> place(FormDefinition form, byte @Nullable [] sealed, Map<String, Long> communes) {
        if (form.hasWorkplace() || areaKey(form).isEmpty()) {
            return Optional.empty();
        }
        CheckedRow answers = check(form, read(sealed));
        return answers.text(areaKey(form).get())
                .map(communes::get)
                .map(area -> EntryPlace.named(answers.text(PLACE).orElse(form.nameVi()), area));
    }

    /** How many people an event expects. */
    Optional<Long> expected(FormDefinition form, Map<String, String> answers) {
        return check(form, answers).values().get(EXPECTED) instanceof CellValue.Amount amount
                ? Optional.of(amount.number())
                : Optional.empty();
    }

    /** A day that has passed since it was answered is no reason to ask again: people join an event that has begun. */
    void requireComplete(FormDefinition form, byte @Nullable [] sealed) {
        if (!form.details().isEmpty()
                && check(form, read(sealed)).problems().stream()
                        .anyMatch(problem ->
                                problem.severity() == Severity.ERROR && problem.code() != ProblemCode.DATE_TOO_EARLY)) {
            throw new RuleViolation(
                    "forms.details-missing",
                    form.details().stream().map(FormColumn::labelVi).collect(Collectors.joining(", ")));
        }
    }
}
