package vn.khanhhoa.thecovid.review.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.review.Reasons;

/** {@code GET /api/v1/reasons}: why an entry may be refused or returned, in the words meant for the organisation. */
@Path("/reasons")
public class ReasonsResource {
    @JsonbPropertyOrder({"code", "text"})
    public record ReasonJson(String code, String text) {}

    public record Catalogue(List<ReasonJson> reasons) {}

    @Inject
    private Reasons reasons;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_READ)
    public Catalogue all(@Context HttpHeaders headers) {
        boolean english = ApiLanguage.of(headers).equals(Locale.ENGLISH);
        return new Catalogue(reasons.outward().stream()
                .map(reason -> new ReasonJson(reason.code(), english ? reason.textEn() : reason.textVi()))
                .toList());
    }
}
