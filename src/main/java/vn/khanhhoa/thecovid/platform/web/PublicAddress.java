package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where readers find the portal, which may lie behind a proxy that speaks TLS for it. */
@ApplicationScoped
public class PublicAddress {
    @Inject
    @ConfigProperty(name = "portal.public.url", defaultValue = "http://127.0.0.1:8080")
    private String url;

    /** To a path of the portal, which begins with a slash. */
    public String link(String path) {
        return url.replaceFirst("/+$", "") + path;
    }

    public boolean leadsHere(String link) {
        return link.startsWith(link("/"));
    }

    /** Then no cookie is to travel without TLS. */
    public boolean isSecure() {
        return url.toLowerCase(Locale.ROOT).startsWith("https:");
    }
}
