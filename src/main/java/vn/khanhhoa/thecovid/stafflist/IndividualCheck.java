package vn.khanhhoa.thecovid.stafflist;

import java.util.List;

/**
 * What a person filled in, as it was understood.
 *
 * @param good whether it may be sent
 * @param agency that will decide; empty unless it is good
 */
public record IndividualCheck(boolean good, List<Answer> answers, List<Problem> problems, String agency) {
    /**
     * @param text what counts, in words
     * @param given what was typed, where it was put right; otherwise empty
     */
    public record Answer(
            String key, String labelVi, String labelEn, String textVi, String textEn, String given, String repairKey) {
        public boolean isRepaired() {
            return !given.isEmpty();
        }
    }

    /** @param field empty for the form as a whole */
    public record Problem(String field, boolean error, String key, Object[] args) {}

    public List<Problem> errors() {
        return problems.stream().filter(Problem::error).toList();
    }

    public List<Problem> warnings() {
        return problems.stream().filter(problem -> !problem.error()).toList();
    }
}
