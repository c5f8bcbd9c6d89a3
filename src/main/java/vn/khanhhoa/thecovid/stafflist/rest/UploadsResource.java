package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import vn.khanhhoa.thecovid.platform.rest.ApiAnswer;
import vn.khanhhoa.thecovid.platform.rest.ApiCalls;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.RequestBody;
import vn.khanhhoa.thecovid.platform.rest.SentFile;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.Uploading;

/** {@code /api/v1/staff-lists/{list}/uploads}: files and rows that came in, and what became of them. */
@Path("/staff-lists/{list}/uploads")
@Produces(MediaType.APPLICATION_JSON)
public class UploadsResource {
    /** The last hundred, newest first; what a file asks is told with the file itself. */
    public record History(List<UploadJson> uploads) {}

    @Inject
    private Uploading uploading;

    @Inject
    private CurrentActor caller;

    @Inject
    private ApiCalls calls;

    @Context
    @SuppressWarnings("NullAway.Init") // by the container
    private HttpHeaders headers;

    @GET
    @NeedsScope(ApiScope.LISTS_READ)
    public History all(@PathParam("list") String list) {
        Locale language = ApiLanguage.of(headers);
        return new History(uploading.uploads(caller.get(), ApiIds.of(list)).stream()
                .map(upload -> UploadJson.of(upload, Optional.empty(), language))
                .toList());
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, SentFile.XLSX, SentFile.XLS, SentFile.CSV, SentFile.ANY})
    @NeedsScope(ApiScope.LISTS_WRITE)
    public Response send(
            @PathParam("list") String id, InputStream body, @QueryParam("fileName") @Nullable String fileName)
            throws IOException {
        Actor actor = caller.get();
        PublicId list = ApiIds.of(id);
        MediaType type = headers.getMediaType();
        byte[] bytes = RequestBody.read(body, SentFile.LARGEST);
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(type)) {
            SentList.of(bytes);
        }
        return calls.once(bytes, () -> {
            PublicId upload = uploading.receive(actor, list, SentFile.name(fileName, type), bytes);
            return ApiAnswer.of(
                            202,
                            UploadJson.of(
                                    uploading.upload(actor, list, upload), Optional.empty(), ApiLanguage.of(headers)))
                    .with(HttpHeaders.LOCATION, ListJson.PATH + list + "/uploads/" + upload);
        });
    }
}
