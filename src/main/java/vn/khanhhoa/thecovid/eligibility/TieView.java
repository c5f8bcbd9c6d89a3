package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.person.Grade;
import vn.khanhhoa.thecovid.person.Likeness;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Those whom records are about and a person of the portal, beside each other, with numbers masked.
 *
 * @param since when that is so
 * @param decider empty where the portal found it
 * @param records that count now, the oldest first
 */
public record TieView(
        PublicId id,
        TieState state,
        Grade grade,
        Who given,
        Who person,
        Likeness likeness,
        Instant since,
        String decider,
        String why,
        List<Record> records) {
    /**
     * One side. Of a person whose number another has, only initials and the year of birth.
     *
     * @param birth as far as it is known: {@code 1985-03-07}, {@code 1985-03} or {@code 1985}
     * @param documentEnd last characters, empty without a document; likewise of the phone
     * @param commune its name, empty where it is not known
     */
    public record Who(
            String name,
            String birth,
            String sex,
            String documentKind,
            String documentEnd,
            String phoneEnd,
            String commune) {}

    /** What was told of them, where, and by which row of which file. @param code of the vaccine, the method or the certificate */
    public record Record(
            RecordKind kind,
            String code,
            LocalDate day,
            String facility,
            PublicId importId,
            String fileName,
            int row) {}

    public TieView {
        records = List.copyOf(records);
    }

    /** Somebody decided it. */
    public boolean isUndoable() {
        return !decider.isEmpty() && (state == TieState.TIED || state == TieState.APART);
    }
}
