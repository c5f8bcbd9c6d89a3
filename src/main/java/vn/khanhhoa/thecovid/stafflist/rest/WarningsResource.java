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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ListForm;
import vn.khanhhoa.thecovid.stafflist.ListForms;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;

/** {@code GET /api/v1/staff-lists/{list}/warnings}: what to look at before submitting, and hinders nothing. */
@Path("/staff-lists/{list}/warnings")
@Produces(MediaType.APPLICATION_JSON)
public class WarningsResource {
    @JsonbPropertyOrder({"code", "detail"})
    public record Warning(String code, String detail) {
        static Warning of(Locale language, String code, Object... args) {
            return new Warning(code, Texts.get(language, code, args));
        }
    }

    public record Warnings(List<Warning> warnings) {}

    @Inject
    private ListForms forms;

    @Inject
    private ListKeeping keeping;

    @Inject
    private CurrentActor caller;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public Warnings all(@PathParam("list") String id, @Context HttpHeaders headers) {
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        Locale language = ApiLanguage.of(headers);
        int people = keeping.people(actor, list);
        List<Warning> warnings = new ArrayList<>();
        ListForm form = forms.of(actor, list);
        if (form.isMoreThanExpected(people)) {
            warnings.add(Warning.of(language, "forms.more-than-expected", form.expected(), people));
        }
        return new Warnings(warnings);
    }
}
