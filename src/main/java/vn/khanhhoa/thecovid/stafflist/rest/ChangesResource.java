package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.rest.ApiAnswer;
import vn.khanhhoa.thecovid.platform.rest.ApiCalls;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ChangeView;
import vn.khanhhoa.thecovid.stafflist.DraftHistory;

/** {@code /api/v1/staff-lists/{list}/changes}: what was done to the rows, and taking it back. */
@Path("/staff-lists/{list}/changes")
@Produces(MediaType.APPLICATION_JSON)
public class ChangesResource {
    /**
     * An act on the rows.
     *
     * @param people whose rows it changed, where they are few
     * @param undoable false where it was undone, or something that came of it is decided
     * @param redo the undoing that can be undone in turn, by which the act is done again
     */
    @JsonbNillable
    @JsonbPropertyOrder({
        "id",
        "kind",
        "about",
        "rows",
        "people",
        "madeBy",
        "madeAt",
        "undoable",
        "undoneBy",
        "undoneAt",
        "redo"
    })
    public record Change(
            String id,
            String kind,
            String about,
            int rows,
            List<String> people,
            String madeBy,
            Instant madeAt,
            boolean undoable,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt,
            @Nullable String redo) {
        static Change of(ChangeView change, Locale language) {
            return new Change(
                    change.id().toString(),
                    ApiIds.word(change.kind()),
                    language.equals(Locale.ENGLISH) ? change.aboutEn() : change.about(),
                    change.rows(),
                    change.names(),
                    change.madeBy(),
                    change.madeAt(),
                    change.undoable(),
                    change.undoneBy().isEmpty() ? null : change.undoneBy(),
                    change.undoneAt(),
                    change.redo() == null ? null : change.redo().toString());
        }
    }

    public record Changes(List<Change> changes) {}

    /** @param changes how many acts were undone; 0 where that was done before */
    public record Undone(int changes) {}

    @Inject
    private DraftHistory history;

    @Inject
    private CurrentActor caller;

    @Inject
    private ApiCalls calls;

    @Context
    @SuppressWarnings("NullAway.Init") // by the container
    private HttpHeaders headers;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public Changes all(@PathParam("list") String list) {
        Locale language = ApiLanguage.of(headers);
        return new Changes(history.changes(caller.get(), ApiIds.of(list)).stream()
                .map(change -> Change.of(change, language))
                .toList());
    }

    /**
     * @param later how many later acts on the same rows the caller knows of and wants undone with it; any number where it is
     *     not told
     */
    @POST
    @Path("/{change}/undo")
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response undo(
            @PathParam("list") String id,
            @PathParam("change") String changeId,
            @QueryParam("later") @DefaultValue("") String later) {
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        PublicId change = ApiIds.of(changeId);
        int known = later.isEmpty() ? Integer.MAX_VALUE : ApiIds.number("later", later);
        return calls.once(new byte[0], () -> {
            DraftHistory.Undone undone = history.undo(actor, list, change, known);
            return ApiAnswer.of(200, new Undone(undone.changes()));
        });
    }
}
