package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The assigned agency judges each submitted version once: it confirms it, or returns it with a reason. */
@UseCase
public class RegistrationReview {
    private static final int LONGEST_TEXT = 1000;

    /**
     * What is looked for.
     *
     * @param text part of a name or identifier; empty for all
     * @param judged whether those already judged are wanted instead of those that wait
     */
    public record Filter(String text, boolean judged) {}

    @Inject
    private Registrations registrations;

    @Inject
    private RegistrationQueue queue;

    @Inject
    private RegistrationViews views;

    @Inject
    private ReturnReasons reasons;

    @Inject
    private Organisations organisations;

    @Inject
    private RegistrationRouting routing;

    @Inject
    private Contact contact;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Those that wait: the oldest first. Those judged: the newest first. */
    @Requires(Permission.JUDGE_REGISTRATIONS)
    public List<RegistrationRow> rows(Actor actor, Filter filter, int first, int count) {
        return queue.rows(actor.agencyId(), filter, first, count);
    }

    @Requires(Permission.JUDGE_REGISTRATIONS)
    public long count(Actor actor, Filter filter) {
        return queue.count(actor.agencyId(), filter);
    }

    @Requires(Permission.JUDGE_REGISTRATIONS)
    public RegistrationView view(Actor actor, PublicId id) {
        return views.of(own(actor, id));
    }

    /** The contact's phone in full; that it was looked at is recorded. */
    @Requires(Permission.JUDGE_REGISTRATIONS)
    public String phone(Actor actor, PublicId id) {
        Registration registration = own(actor, id);
        trail.fire(new RegistrationEvent(actor.accountId(), "registration.phone-shown", "registration", id));
        return contact.open(registration.contactPhone());
    }

    @Requires(Permission.JUDGE_REGISTRATIONS)
    public List<ReturnReason> reasons(Actor actor) {
        return reasons.all();
    }

    /** @param version of the view that was judged */
    @Requires(Permission.JUDGE_REGISTRATIONS)
    public void confirm(Actor actor, PublicId id, int version) {
        Registration registration = unchanged(actor, id, version);
        registration.confirm(actor.accountId(), clock.instant());
        trail.fire(new RegistrationConfirmed(
                actor.accountId(),
                registration.organisation().id(),
                registration.agencyId(),
                id,
                registration.number()));
    }

    /** @param text the agency's own words; may be empty unless the reason is "other" */
    @Requires(Permission.JUDGE_REGISTRATIONS)
    public void giveBack(Actor actor, PublicId id, int version, String reasonCode, String text) {
        if (reasons.all().stream().noneMatch(reason -> reason.code().equals(reasonCode))) {
            throw new RuleViolation("registry.reason-missing");
        }
        if (reasonCode.equals(ReturnReasons.OTHER) && text.isBlank()) {
            throw new RuleViolation("registry.reason-text-missing");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new RuleViolation("registry.text-too-long", LONGEST_TEXT);
        }
        Registration registration = unchanged(actor, id, version);
        registration.giveBack(reasonCode, text.strip(), actor.accountId(), clock.instant());
        trail.fire(new RegistrationReturned(
                actor.accountId(),
                registration.organisation().id(),
                registration.agencyId(),
                id,
                registration.number(),
                reasonCode,
                text.strip()));
    }

    private Registration unchanged(Actor actor, PublicId id, int version) {
        Registration registration = own(actor, id);
        registration.requireStranger(
                actor,
                organisations.ownAgencyId(registration.organisation().id()),
                routing.allowsOwnPeople(registration));
        if (registration.version() != version) {
            throw new OptimisticLockException("the registration was judged meanwhile");
        }
        return registration;
    }

    private Registration own(Actor actor, PublicId id) {
        Registration registration = registrations.version(id).orElseThrow(NotFound::new);
        actor.requireAgency(registration.agencyId());
        return registration;
    }
}
