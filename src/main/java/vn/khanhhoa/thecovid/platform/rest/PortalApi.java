package vn.khanhhoa.thecovid.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;

/** Finds its resources by itself. What is once in {@code v1} stays: it only grows. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Cổng Thẻ Covid",
                        version = "1",
                        description = "For whoever checks Covid cards of the portal with software of their own."
                                + "\n\nDays are calendar days in Asia/Ho_Chi_Minh, written `2021-10-31`, first and last"
                                + " day included. Texts for people come in Vietnamese, or in English where"
                                + " `Accept-Language` asks for it; codes are the same in both."
                                + "\n\nErrors are `application/problem+json` (RFC 9457): `code` names the rule and stays"
                                + " the same for ever, `detail` says it to a person, `incident` is there when the fault"
                                + " is the portal's own.",
                        license =
                                @License(
                                        name = "Apache-2.0",
                                        url = "https://www.apache.org/licenses/LICENSE-2.0.html")))
public class PortalApi extends Application {}
