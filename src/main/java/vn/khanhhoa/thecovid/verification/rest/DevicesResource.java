package vn.khanhhoa.thecovid.verification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.platform.rest.RequestBody;
import vn.khanhhoa.thecovid.platform.rest.RequestJson;
import vn.khanhhoa.thecovid.platform.rest.TooManyRequests;
import vn.khanhhoa.thecovid.verification.Devices;

/** {@code POST /api/v1/devices}: a device of a post signs in with the code that its agency was told. */
@ApplicationScoped
@Path("/devices")
public class DevicesResource {
    private static final int LARGEST_BODY = 4 * 1024;

    /** @param secret is told this once */
    @JsonbPropertyOrder({"id", "name", "secret"})
    public record Device(String id, String name, String secret) {}

    @Inject
    private Devices devices;

    @Inject
    private CurrentActor caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response signIn(InputStream body) throws IOException {
        String code = RequestJson.text(RequestBody.read(body, LARGEST_BODY), "code");
        Devices.Outcome outcome = devices.signIn(code, caller.networkAddress());
        if (outcome instanceof Devices.TooManyAttempts tooMany) {
            throw new TooManyRequests(tooMany.retryAfter());
        }
        if (!(outcome instanceof Devices.SignedIn device)) {
            throw new ApiRefusal(403, "verification.device-code-wrong");
        }
        return Response.status(Response.Status.CREATED)
                .entity(new Device(device.device().toString(), device.name(), device.secret()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
