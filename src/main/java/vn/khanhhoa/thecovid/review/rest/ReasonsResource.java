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
import java.util.TreeMap;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.review.Reasons;
import vn.khanhhoa.thecovid.stafflist.Outcome;

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
        TreeMap<String, ReasonJson> all = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            reasons.of(outcome)
                    .forEach(reason -> all.put(
                            reason.code(), new ReasonJson(reason.code(), english ? reason.textEn() : reason.textVi())));
        }
        return new Catalogue(List.copyOf(all.values()));
    }
}
