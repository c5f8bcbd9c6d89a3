package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The files of a registration: PDF, JPEG, PNG or Word without macros, up to 10 MB, encrypted where they are stored. Only the
 * organisation itself, the agency that judges that version, and agencies that have an entry of the organisation before them
 * can open them.
 */
@UseCase
public class RegistrationDocuments {
    private static final int MEGABYTE = 1 << 20;
    private static final int LARGEST_MEGABYTES = 10;
    private static final int LONGEST_NAME = 200;

    @Inject
    private Registrations registrations;

    @Inject
    private RegistrationViews views;

    @Inject
    private Documents documents;

    @Inject
    private Organisations organisations;

    @Inject
    private Catalogue catalogue;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Adds a file to the draft; one of the same kind is replaced. */
    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public void attach(Actor actor, DocumentKind kind, String fileName, byte[] content) {
        Registration draft = registrations.newestLocked(actor.organisationId()).orElseThrow(NotFound::new);
        draft.requireDraft();
        if (content.length == 0) {
            throw new RuleViolation("registry.file-empty");
        }
        if (content.length > LARGEST_MEGABYTES * MEGABYTE) {
            throw new RuleViolation("registry.file-too-large", LARGEST_MEGABYTES);
        }
        DocumentFormat format = DocumentFormat.of(content).orElseThrow(() -> new RuleViolation("registry.file-format"));
        DocumentView file = new DocumentView(
                PublicId.random(),
                kind,
                format.named(fileName, LONGEST_NAME),
                format.mediaType(),
                content.length,
                clock.instant());
        documents.put(new Document(draft.id(), file, cipher.seal(content), actor.accountId()));
        trail.fire(new RegistrationEvent(
                actor.accountId(),
                "registration.document-added",
                "registration",
                draft.publicId(),
                Map.of("kind", kind.name())));
    }

    @Requires(Permission.SIGNED_IN)
    public DocumentContent open(Actor actor, PublicId id) {
        Document document = documents.byPublicId(id).orElseThrow(NotFound::new);
        Registration registration =
                registrations.version(document.registrationId()).orElseThrow(NotFound::new);
        if (actor.may(Permission.JUDGE_REGISTRATIONS)) {
            actor.requireAgency(registration.agencyId());
        } else {
            actor.requireOrganisation(registration.organisation().id());
        }
        return opened(actor, document, registration);
    }

    /**
     * Of the registration that counts, the confirmed one or else the one that was sent. For {@code review}, whose actor was
     * found to have an entry of the organisation before them.
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<DocumentView> ofOrganisation(Actor actor, long organisationId) {
        return counting(organisationId)
                .map(registration -> documents.of(registration.id()))
                .orElse(List.of());
    }

    /** One of {@link #ofOrganisation}; that it was looked at goes on record. */
    @Requires(Permission.REVIEW_ENTRIES)
    public DocumentContent openOfOrganisation(Actor actor, long organisationId, PublicId id) {
        Document document = documents.byPublicId(id).orElseThrow(NotFound::new);
        Registration registration = counting(organisationId)
                .filter(counting -> counting.id() == document.registrationId())
                .orElseThrow(NotFound::new);
        return opened(actor, document, registration);
    }

    private Optional<Registration> counting(long organisationId) {
        List<Registration> versions = registrations.versions(organisationId);
        return Stream.of(RegistrationState.CONFIRMED, RegistrationState.SUBMITTED)
                .flatMap(state -> versions.stream().filter(version -> version.state() == state))
                .findFirst();
    }

    private DocumentContent opened(Actor actor, Document document, Registration registration) {
        trail.fire(new RegistrationEvent(
                actor.accountId(),
                "registration.document-opened",
                "registration",
                registration.publicId(),
                Map.of("kind", document.kind().name(), "agency", String.valueOf(actor.agencyId()))));
        return new DocumentContent(
                document.fileName(), document.mediaType(), cipher.openBytes(document.sealedContent()));
    }

    /** The request form of the newest version, to be printed, signed and stamped. */
    @Requires(Permission.KEEP_OWN_REGISTRATION)
    public DocumentContent requestForm(Actor actor) {
        RegistrationView registration =
                views.of(registrations.newest(actor.organisationId()).orElseThrow(NotFound::new));
        RequestForm form = new RequestForm(
                registration,
                catalogue,
                organisations.workplaces(actor.organisationId()).stream()
                        .filter(workplace -> !workplace.closed())
                        .toList(),
                clock.instant().atZone(clock.getZone()).toLocalDate());
        return new DocumentContent(
                "don-dang-ky-" + registration.formCode() + ".pdf", DocumentFormat.PDF.mediaType(), form.pdf());
    }
}
