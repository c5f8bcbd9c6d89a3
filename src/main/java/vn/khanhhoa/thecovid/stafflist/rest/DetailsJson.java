package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.rest.ApiFault;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ListForm;
import vn.khanhhoa.thecovid.stafflist.ListForms;

/**
 * What a list answers for all its people at once.
 *
 * @param answers by the keys of the form's details; what was not answered is absent
 * @param fixed entries are submitted, so the answers stay
 * @param expected people that an event expects, null where that is not said
 */
@JsonbNillable
@JsonbPropertyOrder({"answers", "fixed", "expected"})
public record DetailsJson(
        Map<String, String> answers,
        boolean fixed,
        @Nullable Long expected) {
    static DetailsJson of(ListForm form) {
        return new DetailsJson(form.answers(), form.fixed(), form.expected() == 0 ? null : form.expected());
    }

    /** Whatever is wrong with one of them, none is kept, and each fault is told. */
    static void answer(ListForms forms, Actor actor, PublicId list, Map<String, String> answers) {
        List<ApiFault> faults = new ArrayList<>();
        List<String> asked = forms.of(actor, list).form().details().stream()
                .map(question -> question.key())
                .toList();
        answers.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> faults.add(new ApiFault(key, "forms.details-not-asked", List.of())));
        forms.answer(actor, list, answers)
                .forEach(
                        problem -> faults.add(new ApiFault(problem.columnKey(), problem.messageKey(), problem.args())));
        if (!faults.isEmpty()) {
            throw new ApiRefusal(422, "forms.details-wrong", faults);
        }
    }
}
