package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.intake.ReadingChoices;
import vn.khanhhoa.thecovid.platform.rest.ApiAnswer;
import vn.khanhhoa.thecovid.platform.rest.ApiCalls;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.RequestBody;
import vn.khanhhoa.thecovid.platform.rest.SentFile;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Previewing;
import vn.khanhhoa.thecovid.stafflist.StagedEffect;
import vn.khanhhoa.thecovid.stafflist.StagedRowView;
import vn.khanhhoa.thecovid.stafflist.Uploading;

/** {@code /api/v1/staff-lists/{list}/uploads/{upload}/…}: how a file is read, what it would change, and the word on it. */
@Path("/staff-lists/{list}/uploads/{upload}")
@Produces(MediaType.APPLICATION_JSON)
public class PreviewResource {
    private static final int LARGEST_BODY = 16 * 1024;

    /** @param column its key */
    @JsonbPropertyOrder({"column", "label", "before", "after"})
    public record Difference(String column, String label, String before, String after) {}

    /**
     * @param fileRow number of the row in the file, null for a missing one
     * @param recheckedOnly no cell changes, and yet the row does: it is found otherwise today, or was returned
     * @param kept cells that stay as they were mended in the list: what the file says, and what stays
     */
    @JsonbNillable
    @JsonbPropertyOrder({"number", "fileRow", "name", "state", "recheckedOnly", "differences", "kept", "problems"})
    public record PreviewRow(
            int number,
            @Nullable Integer fileRow,
            String name,
            String state,
            boolean recheckedOnly,
            List<Difference> differences,
            List<Difference> kept,
            List<RowJson.Problem> problems) {}

    /** Rows of one effect, and what would be to be said of the list as a whole; next is null on the last page. */
    @JsonbNillable
    @JsonbPropertyOrder({"rows", "warnings", "next"})
    public record Preview(
            List<PreviewRow> rows,
            List<WarningJson> warnings,
            @Nullable String next) {}

    @Inject
    private Previewing previewing;

    @Inject
    private Uploading uploading;

    @Inject
    private CurrentActor caller;

    @Inject
    private ApiCalls calls;

    @Context
    @SuppressWarnings("NullAway.Init") // by the container
    private HttpHeaders headers;

    @PathParam("list")
    @SuppressWarnings("NullAway.Init") // by the container
    private String listId;

    @PathParam("upload")
    @SuppressWarnings("NullAway.Init") // by the container
    private String uploadId;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public UploadJson one() {
        return json();
    }

    /** The file as it came. */
    @GET
    @Path("/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @NeedsScope(ApiScope.LISTS_READ)
    public Response original() {
        Uploading.Original original = uploading.original(caller.get(), list(), upload());
        return SentFile.handedOut(original.content(), original.fileName());
    }

    @POST
    @Path("/choice")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response choose(InputStream body) throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_BODY);
        ReadingChoices choices = SentRows.choice(bytes);
        Actor actor = caller.get();
        return calls.once(bytes, () -> {
            uploading.choose(actor, list(), upload(), choices);
            return ApiAnswer.of(202, json())
                    .with(HttpHeaders.LOCATION, ListJson.PATH + list() + "/uploads/" + upload());
        });
    }

    /** Read once more, in another way, as an upload of its own. */
    @POST
    @Path("/again")
    @Consumes(MediaType.APPLICATION_JSON)
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response again(InputStream body) throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_BODY);
        ReadingChoices choices = SentRows.again(bytes);
        Actor actor = caller.get();
        return calls.once(bytes, () -> {
            PublicId again = uploading.readAgain(actor, list(), upload(), choices);
            return ApiAnswer.of(
                            202,
                            UploadJson.of(
                                    uploading.upload(actor, list(), again), Optional.empty(), ApiLanguage.of(headers)))
                    .with(HttpHeaders.LOCATION, ListJson.PATH + list() + "/uploads/" + again);
        });
    }

    @GET
    @Path("/rows")
    @NeedsScope(ApiScope.LISTS_READ)
    public Preview rows(
            @QueryParam("effect") @DefaultValue("changed") String effect,
            @QueryParam("first") @DefaultValue("0") String first,
            @QueryParam("count") @DefaultValue("100") String count) {
        StagedEffect wanted = ApiIds.one("effect", StagedEffect.class, effect);
        int from = Math.max(0, ApiIds.number("first", first));
        int size = ApiIds.count(count);
        Locale language = ApiLanguage.of(headers);
        List<StagedRowView> rows = previewing.rows(caller.get(), list(), upload(), wanted, from, size);
        return new Preview(
                rows.stream().map(row -> of(row, language)).toList(),
                WarningJson.of(previewing.warnings(caller.get(), list(), upload()), language),
                rows.size() < size
                        ? null
                        : ListJson.PATH + list() + "/uploads/" + upload() + "/rows?effect=" + effect + "&count=" + size
                                + "&first=" + (from + size));
    }

    private static PreviewRow of(StagedRowView row, Locale language) {
        return new PreviewRow(
                row.number(),
                row.fileRow() == 0 ? null : row.fileRow(),
                row.name(),
                ApiIds.word(row.state()),
                row.recheckedOnly(),
                differences(row.differences(), language),
                differences(row.kept(), language),
                row.problems().stream()
                        .map(problem -> RowJson.problem(problem, language))
                        .toList());
    }

    private static List<Difference> differences(List<StagedRowView.Difference> cells, Locale language) {
        boolean english = language.equals(Locale.ENGLISH);
        return cells.stream()
                .map(each -> new Difference(
                        each.key(), english ? each.columnEn() : each.columnVi(), each.before(), each.after()))
                .toList();
    }

    /** Where the list has changed since, the preview is made anew, and the upload is still staged. */
    @POST
    @Path("/take")
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response take(InputStream body) throws IOException {
        byte[] bytes = RequestBody.read(body, LARGEST_BODY);
        boolean removeMissing = SentRows.removesMissing(bytes);
        Actor actor = caller.get();
        return calls.once(bytes, () -> {
            previewing.take(actor, list(), upload(), removeMissing);
            return ApiAnswer.of(200, json());
        });
    }

    @POST
    @Path("/discard")
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response discard() {
        Actor actor = caller.get();
        return calls.once(new byte[0], () -> {
            previewing.discard(actor, list(), upload());
            return ApiAnswer.of(200, json());
        });
    }

    private UploadJson json() {
        return UploadJson.of(
                uploading.upload(caller.get(), list(), upload()),
                uploading.question(caller.get(), list(), upload()),
                ApiLanguage.of(headers));
    }

    private PublicId list() {
        return ApiIds.of(listId);
    }

    private PublicId upload() {
        return ApiIds.of(uploadId);
    }
}
