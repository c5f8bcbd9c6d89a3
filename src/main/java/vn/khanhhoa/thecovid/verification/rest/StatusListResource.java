package vn.khanhhoa.thecovid.verification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.StatusLists;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.platform.web.PublicAddress;
import vn.khanhhoa.thecovid.verification.Devices;

/** {@code GET /api/v1/status-list}: how every card stands, for the devices of posts and nobody else. */
@ApplicationScoped
@Path("/status-list")
public class StatusListResource {
    static final String LIST = "application/statuslist+cwt";
    static final String CHANGES = "application/vnd.thecovid.status-changes+cwt";
    private static final String PATH = "/api/v1/status-list";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    @Inject
    private Devices devices;

    @Inject
    private PublicAddress address;

    @GET
    @Produces(LIST)
    public Response whole(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @Context Request request) {
        StatusLists.Signed list =
                DeviceSecret.let(devices.statusList(DeviceSecret.of(authorization), address.link(PATH)));
        EntityTag tag = new EntityTag(list.tag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return answer(unchanged == null ? Response.ok(list.document(), list.type()) : unchanged, tag);
    }

    /** @param since the moment, in seconds since 1970, at which the list that the device has was made */
    @GET
    @Path("/changes")
    @Produces({CHANGES, LIST})
    public Response changes(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @QueryParam("since") @Nullable String since) {
        if (since == null || !SECONDS.matcher(since).matches()) {
            throw new ApiRefusal(400, "verification.since-wrong");
        }
        StatusLists.Signed list = DeviceSecret.let(devices.statusChanges(
                DeviceSecret.of(authorization), address.link(PATH), Instant.ofEpochSecond(Long.parseLong(since))));
        return answer(Response.ok(list.document(), list.type()), new EntityTag(list.tag()));
    }

    private static Response answer(Response.ResponseBuilder answer, EntityTag tag) {
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }
}
