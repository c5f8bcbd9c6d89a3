package vn.khanhhoa.thecovid.review;

import jakarta.inject.Inject;
import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.DocumentContent;
import vn.khanhhoa.thecovid.registry.DocumentView;
import vn.khanhhoa.thecovid.registry.RegistrationDocuments;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;

/** The documents that speak for an entry: those that its organisation was registered with. */
@UseCase
public class Evidence {
    @Inject
    private EntryReading reading;

    @Inject
    private RegistrationDocuments documents;

    @Requires(Permission.REVIEW_ENTRIES)
    public List<DocumentView> of(Actor actor, EntryView entry) {
        actor.requireAgency(entry.agencyId());
        return documents.ofOrganisation(actor, entry.organisationId());
    }

    /** That it was looked at goes on record. */
    @Requires(Permission.REVIEW_ENTRIES)
    public DocumentContent open(Actor actor, PublicId entry, PublicId document) {
        return documents.openOfOrganisation(
                actor, reading.reference(actor, entry).organisationId(), document);
    }
}
