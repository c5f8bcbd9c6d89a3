package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.FormDifference;

/**
 * The form of a list, what the list answered to it, and how far it has been left behind.
 *
 * @param answers by column key, to what is asked once a list
 * @param fixed entries are submitted, so the answers stay
 * @param expected people that an event expects, 0 where not said
 * @param newerVersion in force today, 0 where it is the list's own
 * @param differences of the newer version from the list's
 */
public record ListForm(
        FormDefinition form,
        Map<String, String> answers,
        boolean fixed,
        long expected,
        int newerVersion,
        List<FormDifference> differences) {
    public ListForm {
        answers = Map.copyOf(answers);
        differences = List.copyOf(differences);
    }

    public boolean hasQuestions() {
        return !form.details().isEmpty();
    }

    /** Empty where there is none. */
    public String answer(FormColumn question) {
        return answers.getOrDefault(question.key(), "");
    }

    /** @param people lines of the list */
    public boolean isMoreThanExpected(int people) {
        return expected > 0 && people > expected;
    }

    public boolean isLeftBehind() {
        return newerVersion != 0;
    }
}
