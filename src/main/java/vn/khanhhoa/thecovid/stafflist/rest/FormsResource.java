package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.SentFile;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.stafflist.FormOffer;
import vn.khanhhoa.thecovid.stafflist.FormTemplates;

/** {@code /api/v1/forms}: the form templates in force today, and the workbook to fill in. */
@Path("/forms")
@Produces(MediaType.APPLICATION_JSON)
public class FormsResource {
    public record Forms(List<FormJson> forms) {}

    @Inject
    private FormTemplates templates;

    @Inject
    private CurrentActor caller;

    @Context
    @SuppressWarnings("NullAway.Init") // by the container
    private HttpHeaders headers;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public Forms all() {
        Locale language = ApiLanguage.of(headers);
        List<FormOffer> offers = templates.offered(caller.get());
        return new Forms(templates.inForce().stream()
                .map(form -> FormJson.of(form, offers, language))
                .toList());
    }

    @GET
    @Path("/{code}")
    @NeedsScope(ApiScope.LISTS_READ)
    public FormJson one(@PathParam("code") String code) {
        return templates.inForce().stream()
                .filter(form -> form.code().equals(code))
                .findFirst()
                .map(form -> FormJson.of(form, templates.offered(caller.get()), ApiLanguage.of(headers)))
                .orElseThrow(NotFound::new);
    }

    @GET
    @Path("/{code}/workbook")
    @Produces(SentFile.XLSX)
    @NeedsScope(ApiScope.LISTS_READ)
    public Response workbook(@PathParam("code") String code) {
        return SentFile.handedOut(templates.workbook(caller.get(), code), code + ".xlsx");
    }
}
