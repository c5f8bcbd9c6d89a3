package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * An officer keeps the workplaces of her organisation. They belong to the registration: they can be changed while a version
 * is in draft, so that the agency sees every change when it judges that version. For lists a change counts at once.
 */
@UseCase
public class OwnWorkplaces {
    @Inject
    private Registrations registrations;

    @Inject
    private CatalogueCheck check;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public void add(Actor actor, WorkplaceForm form) {
        requireDraft(actor);
        check.workplace(form, LocalDate.now(clock));
        Workplace workplace = new Workplace(actor.organisationId(), form);
        registrations.add(workplace);
        trail.fire(new WorkplaceChanged(actor.accountId(), "workplace.added", workplace.publicId()));
    }

    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public void change(Actor actor, PublicId id, WorkplaceForm form) {
        requireDraft(actor);
        check.workplace(form, LocalDate.now(clock));
        own(actor, id).describe(form);
        trail.fire(new WorkplaceChanged(actor.accountId(), "workplace.changed", id));
    }

    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public void close(Actor actor, PublicId id) {
        requireDraft(actor);
        own(actor, id).close();
        trail.fire(new WorkplaceChanged(actor.accountId(), "workplace.closed", id));
    }

    private void requireDraft(Actor actor) {
        registrations
                .newestLocked(actor.organisationId())
                .orElseThrow(NotFound::new)
                .requireDraft();
    }

    private Workplace own(Actor actor, PublicId id) {
        Workplace workplace = registrations.workplace(id).orElseThrow(NotFound::new);
        actor.requireOrganisation(workplace.organisationId());
        return workplace;
    }
}
