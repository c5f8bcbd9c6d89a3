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
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.intake.CellValue;
import vn.khanhhoa.thecovid.stafflist.intake.CheckedRow;
import vn.khanhhoa.thecovid.stafflist.intake.FormColumn;
import vn.khanhhoa.thecovid.stafflist.intake.FormDefinition;
import vn.khanhhoa.thecovid.stafflist.intake.ListRow;
import vn.khanhhoa.thecovid.stafflist.intake.ReferenceLists;
import vn.khanhhoa.thecovid.stafflist.intake.RowChecker;

/** What lists were answered to the questions that their forms ask once, checked as the cells of a row are. */
@ApplicationScoped
class ListAnswers {
    static final String EXPECTED = "expected_number";
    private static final ReferenceLists NOTHING = new ReferenceLists(List.of(), List.of(), List.of());

    @Inject
    private DataCipher cipher;

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
        return new RowChecker(questions, NOTHING, LocalDate.now(clock), LineCheck.LONGEST_PERIOD_DAYS)
                .check(new ListRow(1, cells, List.of()));
    }

    /** How many people an event expects. */
    Optional<Long> expected(FormDefinition form, Map<String, String> answers) {
        return check(form, answers).values().get(EXPECTED) instanceof CellValue.Amount amount
                ? Optional.of(amount.number())
                : Optional.empty();
    }

    void requireComplete(FormDefinition form, byte @Nullable [] sealed) {
        if (!form.details().isEmpty() && !check(form, read(sealed)).isGood()) {
            throw new RuleViolation(
                    "forms.details-missing",
                    form.details().stream().map(FormColumn::labelVi).collect(Collectors.joining(", ")));
        }
    }
}
