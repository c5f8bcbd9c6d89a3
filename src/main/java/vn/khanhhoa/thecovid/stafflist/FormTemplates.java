package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.intake.TemplateWorkbook;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.OrganisationView;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.registry.Route;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.registry.RoutingTable;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The forms that an organisation may fill in today. */
@UseCase
public class FormTemplates {
    private static final int MOST_AGENCIES = 3;

    @Inject
    private Forms forms;

    @Inject
    private Lists lists;

    @Inject
    private Organisations organisations;

    @Inject
    private Routing routing;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    @Requires(Permission.ANYONE)
    public List<FormDefinition> inForce() {
        return forms.inForce(LocalDate.now(clock)).stream()
                .map(version -> version.template().definition())
                .toList();
    }

    /** As a choice of forms shows it. */
    public record Name(String code, String nameVi, String nameEn) {
        /** Where the text is this form's code and Vietnamese name. */
        public String inEnglish(String label) {
            return label.equals(code + " – " + nameVi) ? code + " – " + nameEn : label;
        }
    }

    @Requires(Permission.ANYONE)
    public List<Name> names() {
        return forms.names(LocalDate.now(clock));
    }

    /** Those for the actor's organisation, with who reviews its entries. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<FormOffer> offered(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        OrganisationView organisation = organisations.view(actor.organisationId());
        List<EntryPlace> places = organisations.workplaces(organisation.id()).stream()
                .filter(place -> !place.closed())
                .map(EntryPlace::of)
                .toList();
        return forms.inForce(today).stream()
                .map(FormVersion::template)
                .filter(form -> form.about().isFor(organisation.typeCode()))
                .map(form -> new FormOffer(
                        form.code(),
                        form.version(),
                        form.about(),
                        form.definition().hasWorkplace()
                                ? agencies(form.code(), organisation, places, today)
                                : List.of()))
                .toList();
    }

    /** What the cells of rows are checked against today: communes, activities and the organisation's own workplaces. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public ReferenceLists references(Actor actor) {
        return forms.references(actor.organisationId(), LocalDate.now(clock));
    }

    private List<String> agencies(
            String code, OrganisationView organisation, List<EntryPlace> places, LocalDate today) {
        RoutingTable table = routing.table(today);
        return places.stream()
                .flatMap(place -> table.route(place.question(code, organisation, place.areaId(), today)).stream())
                .map(Route::agencyId)
                .distinct()
                .limit(MOST_AGENCIES)
                .flatMap(agency -> catalogue.agency(agency).map(AgencyView::name).stream())
                .toList();
    }

    /** The {@code .xlsx} to fill in, with the organisation's own workplaces to choose from. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public byte[] workbook(Actor actor, String code) {
        LocalDate today = LocalDate.now(clock);
        FormVersion form = forms.inForce(code, today).orElseThrow(NotFound::new);
        return workbook(form.template().definition(), actor, today);
    }

    /** The same for a list, by the version of the form that it was begun with. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public byte[] workbook(Actor actor, PublicId listId) {
        return workbook(forms.of(lists.own(actor, listId)), actor, LocalDate.now(clock));
    }

    private byte[] workbook(FormDefinition form, Actor actor, LocalDate today) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TemplateWorkbook(form, forms.references(actor.organisationId(), today)).write(out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }
}
