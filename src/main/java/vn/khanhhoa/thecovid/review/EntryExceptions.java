package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.AskingForExceptions;
import vn.khanhhoa.thecovid.eligibility.ExceptionCaseForm;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;

/** Exceptions that an agency asks the health office for, of the person of one of its open entries. */
@UseCase
public class EntryExceptions {
    @Inject
    private EntryReading reading;

    @Inject
    private Reviewing reviewing;

    @Inject
    private AskingForExceptions asking;

    @Inject
    private Event<AuditedEvent> trail;

    /** What the agency asked for before. */
    @Requires(Permission.ASK_FOR_EXCEPTIONS)
    public List<AskingForExceptions.Asked> of(Actor actor, PublicId entryId) {
        return asking.of(actor, reading.forReview(actor, entryId).personId());
    }

    /** By whoever may judge the entry. */
    @Requires(Permission.ASK_FOR_EXCEPTIONS)
    public PublicId ask(Actor actor, PublicId entryId, ExceptionCaseForm form) {
        EntryView entry = reading.forReview(actor, entryId);
        if (!entry.state().isOpen()) {
            throw new RuleViolation("review.exception-entry-decided");
        }
        reviewing.closed(actor, entry).ifPresent(rule -> {
            throw new RuleViolation(rule);
        });
        PublicId id = asking.ask(actor, entry.personId(), form);
        trail.fire(new EntryDecided(
                actor.accountId(),
                "review.exception-asked",
                "entry",
                entryId.toString(),
                Map.of("agency", String.valueOf(actor.agencyId()))));
        return id;
    }
}
