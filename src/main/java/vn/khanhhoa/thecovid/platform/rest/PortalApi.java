package vn.khanhhoa.thecovid.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * Finds its resources by itself. What is once in {@code v1} stays: it only grows. {@code META-INF/openapi.yaml} describes
 * it, written by hand, because a description that the server draws from annotations forbids what it should allow.
 */
@ApplicationPath("/api/v1")
public class PortalApi extends Application {
    /** No second description of the API, which would also tell what it is made with. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
