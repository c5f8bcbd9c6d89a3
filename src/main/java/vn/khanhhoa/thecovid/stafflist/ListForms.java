package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.intake.CheckedRow;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.FormDifference;
import vn.khanhhoa.thecovid.intake.RowProblem;
import vn.khanhhoa.thecovid.intake.Severity;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** A list and its form: what is asked once for the whole list, and what a newer version of the form has changed. */
@UseCase
public class ListForms {
    @Inject
    private Lists lists;

    @Inject
    private FormVersions versions;

    @Inject
    private Forms forms;

    @Inject
    private ListAnswers answers;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Requires(Permission.KEEP_OWN_LISTS)
    public ListForm of(Actor actor, PublicId listId) {
        StaffList list = lists.own(actor, listId);
        FormVersion own =
                versions.find(list.templateCode(), list.templateVersion()).orElseThrow();
        FormDefinition form = own.template().definition();
        Optional<FormVersion> newer = forms.inForce(list.templateCode(), LocalDate.now(clock))
                .filter(current -> current.version() != own.version());
        List<FormDifference> differences = newer.map(
                        current -> FormDifference.between(own.template(), current.template()))
                .orElse(List.of());
        Map<String, String> given = answers.read(list.details());
        return new ListForm(
                form,
                given,
                hasEntries(list),
                form.details().isEmpty() ? 0 : answers.expected(form, given).orElse(0L),
                newer.map(FormVersion::version).orElse(0),
                differences);
    }

    /**
     * Keeps the answers where all of them are right.
     *
     * @param given by column key
     * @return the errors, none where all is well
     */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<RowProblem> answer(Actor actor, PublicId listId, Map<String, String> given) {
        StaffList list = lists.ownLocked(actor, listId);
        list.requireOpen();
        if (hasEntries(list)) {
            throw new RuleViolation("forms.details-fixed");
        }
        FormDefinition form = forms.of(list);
        CheckedRow checked = answers.check(form, given);
        List<RowProblem> errors = checked.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (errors.isEmpty()) {
            list.answer(answers.seal(form, given));
            trail.fire(new StaffListEvent(actor.accountId(), "stafflist.details-given", "list", listId));
        }
        return errors;
    }

    private boolean hasEntries(StaffList list) {
        return sql.number("SELECT EXISTS (SELECT 1 FROM stafflist_entry WHERE list_id = ?)", list.id()) == 1;
    }
}
