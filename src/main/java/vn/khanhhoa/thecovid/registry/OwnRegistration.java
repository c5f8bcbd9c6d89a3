package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** An officer fills in and submits the registration of her own organisation, and begins a new version when it changes. */
@UseCase
public class OwnRegistration {
    @Inject
    private Registrations registrations;

    @Inject
    private RegistrationViews views;

    @Inject
    private Documents documents;

    @Inject
    private Contact contact;

    @Inject
    private CatalogueCheck check;

    @Inject
    private RegistrationRouting routing;

    @Inject
    private ReturnReasons reasons;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** All versions, the newest first. */
    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public List<RegistrationView> versions(Actor actor) {
        return registrations.versions(actor.organisationId()).stream()
                .map(views::of)
                .toList();
    }

    /** The newest version. */
    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public RegistrationView current(Actor actor) {
        return views.of(newest(actor));
    }

    /** What the reason of a return says to the organisation; empty where nothing was returned. */
    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public Optional<ReturnReason> returnReason(Actor actor) {
        String code = newest(actor).returnReason();
        return reasons.all().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }

    /** What the draft still lacks; empty when it can be submitted. */
    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public Set<RegistrationPart> missing(Actor actor) {
        return missing(newest(actor));
    }

    /**
     * Stores what was typed, complete or not. An empty phone keeps the one that is stored, because a page shows it masked.
     *
     * @param version of the view that was edited
     */
    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public void save(Actor actor, int version, RegistrationProfile typed) {
        RegistrationProfile profile = typed.checked();
        Registration draft = held(actor);
        if (draft.version() != version) {
            throw new OptimisticLockException("the draft was changed meanwhile");
        }
        check.profile(profile, LocalDate.now(clock));
        byte[] phone = profile.contactPhone().isEmpty()
                ? draft.contactPhone()
                : contact.seal(Contact.phone(profile.contactPhone()));
        draft.fill(profile, contact.seal(profile.contactName()), phone);
    }

    /** Begins the next version; the files go with it, except for the request form, which must be signed anew. */
    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public void beginNext(Actor actor) {
        Registration judged = held(actor);
        Registration next = judged.next();
        registrations.add(next);
        documents.whole(judged.id()).stream()
                .filter(document -> document.kind() != DocumentKind.REQUEST_FORM)
                .forEach(document -> documents.put(document.copiedTo(next.id())));
    }

    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public void submit(Actor actor) {
        Registration draft = held(actor);
        draft.requireDraft();
        if (!missing(draft).isEmpty()) {
            throw new RuleViolation("registry.incomplete");
        }
        draft.submit(routing.of(draft), actor.accountId(), clock.instant());
        trail.fire(new RegistrationSubmitted(
                actor.accountId(), actor.organisationId(), draft.agencyId(), draft.publicId(), draft.number()));
    }

    private Set<RegistrationPart> missing(Registration draft) {
        Set<RegistrationPart> missing = EnumSet.noneOf(RegistrationPart.class);
        Organisation organisation = draft.organisation();
        need(missing, RegistrationPart.IDENTIFIER, organisation.identifier().isComplete());
        need(missing, RegistrationPart.NAME, !draft.name().isEmpty());
        need(missing, RegistrationPart.SECTOR, !draft.sectorCode().isEmpty());
        need(missing, RegistrationPart.ADDRESS, !draft.address().isEmpty());
        need(missing, RegistrationPart.COMMUNE, draft.areaId() != 0);
        need(missing, RegistrationPart.HEADCOUNT, draft.headcount() > 0);
        need(missing, RegistrationPart.REPRESENTATIVE, !draft.representative().isEmpty());
        need(missing, RegistrationPart.CONTACT_NAME, draft.contactName() != null);
        need(missing, RegistrationPart.CONTACT_PHONE, draft.contactPhone() != null);
        need(
                missing,
                RegistrationPart.WORKPLACE,
                registrations.workplaces(organisation.id()).stream().anyMatch(Workplace::isOpen));
        List<DocumentKind> kinds =
                documents.of(draft.id()).stream().map(DocumentView::kind).toList();
        for (DocumentKind kind : DocumentKind.values()) {
            need(missing, RegistrationPart.valueOf(kind.name()), kinds.contains(kind));
        }
        return missing;
    }

    private static void need(Set<RegistrationPart> missing, RegistrationPart part, boolean there) {
        if (!there) {
            missing.add(part);
        }
    }

    private Registration newest(Actor actor) {
        return registrations.newest(actor.organisationId()).orElseThrow(NotFound::new);
    }

    private Registration held(Actor actor) {
        return registrations.newestLocked(actor.organisationId()).orElseThrow(NotFound::new);
    }
}
