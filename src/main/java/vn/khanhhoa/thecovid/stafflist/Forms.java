package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.intake.Choice;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Organisations;

/** The form templates as they are stored, and the lists that their columns are checked against. */
@ApplicationScoped
class Forms {
    @Inject
    private FormVersions versions;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Organisations organisations;

    List<FormVersion> inForce(LocalDate day) {
        return versions.inForce(day);
    }

    List<FormTemplates.Name> names(LocalDate day) {
        return versions.names(day);
    }

    Optional<FormVersion> inForce(String code, LocalDate day) {
        return inForce(day).stream().filter(form -> form.code().equals(code)).findFirst();
    }

    FormDefinition of(StaffList list) {
        return version(list.templateCode(), list.templateVersion()).orElseThrow();
    }

    Optional<FormDefinition> version(String code, int version) {
        return versions.find(code, version).map(found -> found.template().definition());
    }

    /** Nothing but the communes, those of before included. */
    ReferenceLists areas(LocalDate day) {
        return ReferenceLists.ofAreas(catalogue, day);
    }

    /** Workplaces are answered by their id. */
    ReferenceLists references(long organisationId, LocalDate day) {
        ReferenceLists areas = areas(day);
        List<Choice> workplaces = organisations.workplaces(organisationId).stream()
                .filter(place -> !place.closed())
                .map(place -> Choice.of(String.valueOf(place.id()), place.name()))
                .toList();
        List<Choice> activities = catalogue.activities(day).stream()
                .map(activity -> Choice.of(activity.code(), activity.nameVi()))
                .toList();
        List<Choice> sectors = catalogue.sectors(day).stream()
                .filter(sector -> !sector.isSection())
                .map(sector -> Choice.of(sector.code(), sector.nameVi()))
                .toList();
        return new ReferenceLists(
                areas.communes(), areas.formerCommunes(), areas.province(), workplaces, activities, sectors);
    }
}
