package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.PaperEvidence;
import vn.khanhhoa.thecovid.eligibility.PaperView;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;

/** Papers that speak for the person of an entry: accepted by whoever may decide the entry, and by nobody else. */
@UseCase
public class EntryPapers {
    @Inject
    private EntryReading reading;

    @Inject
    private Reviewing reviewing;

    @Inject
    private PaperEvidence papers;

    @Inject
    private Event<AuditedEvent> trail;

    /** What the agency has accepted of the entry's person. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<PaperView> of(Actor actor, PublicId entryId) {
        return papers.ofPerson(actor, reading.forReview(actor, entryId).personId());
    }

    /** Of an open entry of the actor's agency, by whoever may judge it. */
    @Requires(Permission.REVIEW_ENTRIES)
    public PaperEvidence.Accepted accept(Actor actor, PublicId entryId, PaperEvidence.Form form) {
        EntryView entry = reading.forReview(actor, entryId);
        if (!entry.state().isOpen()) {
            throw new RuleViolation("review.paper-entry-decided");
        }
        reviewing.closed(actor, entry).ifPresent(rule -> {
            throw new RuleViolation(rule);
        });
        PaperEvidence.Accepted accepted = papers.accept(actor, entry.personId(), form);
        if (accepted.id() != null && !accepted.before()) {
            trail.fire(new EntryDecided(
                    actor.accountId(),
                    "review.paper-accepted",
                    "entry",
                    entryId.toString(),
                    Map.of("agency", String.valueOf(actor.agencyId()))));
        }
        return accepted;
    }
}
