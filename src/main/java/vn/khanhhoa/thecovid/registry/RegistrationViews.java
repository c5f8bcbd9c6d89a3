package vn.khanhhoa.thecovid.registry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Turns a version into what its readers see. */
@Dependent
class RegistrationViews {
    @Inject
    private Documents documents;

    @Inject
    private Contact contact;

    @Inject
    private CatalogueCache cache;

    RegistrationView of(Registration registration) {
        Organisation organisation = registration.organisation();
        return new RegistrationView(
                registration.publicId(),
                organisation.id(),
                organisation.typeCode(),
                organisation.identifier().kind(),
                organisation.identifier().value(),
                registration.number(),
                registration.formCode(),
                registration.state(),
                profile(registration),
                areaPath(registration.areaId()),
                registration.agencyId(),
                registration.ruleId(),
                registration.submittedAt(),
                registration.judgedAt(),
                registration.returnReason(),
                registration.returnText(),
                registration.version(),
                documents.of(registration.id()));
    }

    private RegistrationProfile profile(Registration registration) {
        return new RegistrationProfile(
                registration.name(),
                registration.sectorCode(),
                registration.address(),
                registration.areaId(),
                registration.headcount(),
                registration.representative(),
                contact.open(registration.contactName()),
                contact.masked(registration.contactPhone()));
    }

    String areaPath(long areaId) {
        return cache.current().area(areaId).map(AreaView::path).orElse("");
    }
}
