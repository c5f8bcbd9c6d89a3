package vn.khanhhoa.thecovid.eligibility.evidence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.khanhhoa.thecovid.eligibility.criteria.Vaccine;
import vn.khanhhoa.thecovid.eligibility.criteria.Vocabulary;

/** What the other doses of a person say of one: doses follow each other, and not too soon. */
public final class DoseOrder {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String INJECTED_ON = "injected_on";
    private static final String DOSE_NUMBER = "dose_number";

    private final Vocabulary vocabulary;

    public DoseOrder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Another dose that is known of the person. */
    public record Dose(int number, LocalDate day, String vaccine) {
        public static Dose of(HealthRecord record) {
            return new Dose(record.number(), record.day(), record.code());
        }
    }

    public List<RecordProblem> check(Dose dose, Collection<Dose> others) {
        List<RecordProblem> found = new ArrayList<>();
        for (Dose other : others) {
            if (other.number() == dose.number()) {
                found.add(RecordProblem.warning(DOSE_NUMBER, "dose-elsewhere", dose.number(), DAY.format(other.day())));
            } else if (other.number() < dose.number()) {
                follow(dose, other, dose, found);
            } else {
                follow(dose, dose, other, found);
            }
        }
        return found;
    }

    private void follow(Dose checked, Dose first, Dose second, List<RecordProblem> found) {
        Dose other = checked == first ? second : first;
        long days = ChronoUnit.DAYS.between(first.day(), second.day());
        if (days <= 0) {
            found.add(RecordProblem.error(
                    INJECTED_ON, "doses-out-of-order", checked.number(), other.number(), DAY.format(other.day())));
        } else if (days < shortest(first.vaccine()) && second.number() == first.number() + 1) {
            found.add(RecordProblem.warning(
                    INJECTED_ON, "doses-too-close", days, other.number(), shortest(first.vaccine())));
        }
    }

    private int shortest(String vaccine) {
        return vocabulary.vaccines().stream()
                .filter(each -> each.code().equals(vaccine))
                .mapToInt(Vaccine::minIntervalDays)
                .findFirst()
                .orElse(1);
    }
}
