package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Routing;
import vn.khanhhoa.thecovid.stafflist.EntryReading;

/** {@code GET /api/v1/staff-lists/{list}/agencies}: who reviews the entries of a list, and by which rule. */
@Path("/staff-lists/{list}/agencies")
@Produces(MediaType.APPLICATION_JSON)
public class AgenciesResource {
    /** The entries that one agency reviews by one rule. */
    @JsonbPropertyOrder({"agency", "rule", "entries"})
    public record Part(String agency, String rule, int entries) {}

    public record Agencies(List<Part> agencies) {}

    @Inject
    private EntryReading reading;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Routing routing;

    @Inject
    private CurrentActor caller;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public Agencies all(@PathParam("list") String list, @Context HttpHeaders headers) {
        boolean english = ApiLanguage.of(headers).equals(Locale.ENGLISH);
        return new Agencies(reading.parts(caller.get(), ApiIds.of(list)).stream()
                .map(part -> new Part(
                        catalogue.agency(part.agencyId()).map(AgencyView::name).orElse(""),
                        routing.rule(part.ruleId())
                                .map(rule -> english ? rule.nameEn() : rule.nameVi())
                                .orElse(""),
                        part.entries()))
                .toList());
    }
}
