package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms that a file may have been made by, beside the one by which it is to be read. */
record OtherForms(FormDefinition own, List<FormDefinition> others) {
    private static final String BEFORE_NAME = " – ";
    /** Headings of its own that a form has at least to be another one by more than chance; one that it requires counts twice. */
    private static final int FEWEST = 2;

    /** @param more weight of the headings that the form has and the list's has not, less those that it lacks */
    private record Fit(FormDefinition form, List<String> headings, int more) {}

    /** The form that the headings fit clearly better: it has several of them that the own form does not know at all. */
    Optional<ReadingQuestion.OtherForm> fitting(List<String> headings) {
        return best(headings)
                .filter(fit -> fit.more() >= FEWEST)
                .map(fit -> new ReadingQuestion.OtherForm(
                        fit.form().code(), fit.form().nameVi(), fit.form().nameEn(), fit.headings()));
    }

    private Optional<Fit> best(List<String> headings) {
        Headings known = new Headings(own, Map.of());
        List<String> unknown = headings.stream()
                .filter(text -> !Headings.isRef(text) && known.find(text).isEmpty())
                .map(CellText::normalise)
                .toList();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        List<String> understood =
                headings.stream().filter(text -> known.find(text).isPresent()).toList();
        List<Fit> fits = new ArrayList<>();
        for (FormDefinition form : others) {
            Headings theirs = new Headings(form, Map.of());
            List<String> more = unknown.stream()
                    .filter(text -> theirs.find(text)
                            .filter(found -> Headings.isOwn(found.rank()))
                            .isPresent())
                    .toList();
            long less = understood.stream()
                    .filter(text -> theirs.find(text).isEmpty())
                    .count();
            if (!more.isEmpty()) {
                fits.add(new Fit(form, more, weight(form, theirs, more) - (int) less));
            }
        }
        return fits.stream().max(Comparator.comparingInt(Fit::more));
    }

    private static int weight(FormDefinition form, Headings theirs, List<String> headings) {
        return headings.stream()
                .flatMap(text -> theirs.find(text).stream())
                .mapToInt(found -> form.columns().get(found.index()).required() ? 2 : 1)
                .sum();
    }

    /** A refusal for columns that the file lacks, which says of what form it has all. */
    Refusal explained(Refusal refusal, List<String> headings) {
        if (refusal.unreadable().code() != UnreadableCode.MISSING_COLUMNS) {
            return refusal;
        }
        return best(headings)
                .filter(fit -> fit.more() > 0 && isWhole(fit.form(), headings))
                .map(fit -> refusal.as(
                        UnreadableCode.OTHER_FORM,
                        named(fit.form().code()),
                        refusal.unreadable().args()))
                .orElse(refusal);
    }

    private static boolean isWhole(FormDefinition form, List<String> headings) {
        Headings theirs = new Headings(form, Map.of());
        List<Integer> found = headings.stream()
                .flatMap(text -> theirs.find(text).stream())
                .map(Headings.Found::index)
                .toList();
        for (int i = 0; i < form.columns().size(); i++) {
            if (form.columns().get(i).required() && !found.contains(i)) {
                return false;
            }
        }
        return true;
    }

    /** Refuses a file that says of itself by which form it was made. */
    Refusal made(String code) {
        return new Refusal(UnreadableCode.WRONG_TEMPLATE, named(code).toArray());
    }

    /** That form and the own one, by code and name; of a form that is not known any more, the code. */
    private List<Object> named(String code) {
        return List.of(
                others.stream()
                        .filter(form -> form.code().equals(code))
                        .findFirst()
                        .map(OtherForms::label)
                        .orElse(code),
                label(own));
    }

    private static String label(FormDefinition form) {
        return form.code() + BEFORE_NAME + form.nameVi();
    }
}
