package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.intake.Choice;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.stafflist.FormTemplates;

/** {@code GET /api/v1/choices}: what cells of the types workplace, area, activities and sector may say today. */
@Path("/choices")
@Produces(MediaType.APPLICATION_JSON)
public class ChoicesResource {
    /** Code or name may be written. @param within what a commune lies in, empty where that is the province */
    @JsonbPropertyOrder({"code", "name", "within"})
    public record Commune(String code, String name, String within) {}

    @JsonbPropertyOrder({"code", "name"})
    public record Coded(String code, String name) {
        static List<Coded> of(List<Choice> choices) {
            return choices.stream()
                    .map(choice -> new Coded(choice.code(), choice.name()))
                    .toList();
        }
    }

    /** @param outside how a residence outside the province is written, where a column takes it */
    @JsonbPropertyOrder({"workplaces", "communes", "outside", "activities", "sectors"})
    public record Choices(
            List<String> workplaces,
            List<Commune> communes,
            String outside,
            List<Coded> activities,
            List<Coded> sectors) {}

    @Inject
    private FormTemplates templates;

    @Inject
    private CurrentActor caller;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public Choices all() {
        ReferenceLists lists = templates.references(caller.get());
        return new Choices(
                lists.workplaces().stream().map(Choice::fullName).toList(),
                lists.communes().stream()
                        .map(commune -> new Commune(commune.code(), commune.name(), commune.within()))
                        .toList(),
                ReferenceLists.OUTSIDE_LABEL,
                Coded.of(lists.activities()),
                Coded.of(lists.sectors()));
    }
}
