package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What the address of a page says, at a GET and at the POSTs that follow it alike. */
@RequestScoped
public class Parameters {
    @Inject
    private HttpServletRequest request;

    /** Empty where it is neither in the address nor in the search that the address names. */
    public String text(String name) {
        String given = request.getParameter(name);
        Map<String, String> searched = Searches.of(request);
        // A form sends more than the address says, and may call it alike.
        return given == null || searched.containsKey(name) && !isInAddress(name)
                ? searched.getOrDefault(name, "")
                : given;
    }

    private boolean isInAddress(String name) {
        return Arrays.stream(
                        Objects.requireNonNullElse(request.getQueryString(), "").split("&"))
                .anyMatch(part -> part.equals(name) || part.startsWith(name + "="));
    }

    /** The id of the search, for links that go on with it; empty without one. */
    public String search() {
        return text(Searches.ID);
    }

    /** Where it is not an id there is nothing to show. */
    public PublicId id(String name) {
        return PublicId.parse(text(name)).orElseThrow(NotFound::new);
    }

    /** The page of a list, from 1. */
    public int page() {
        try {
            return Integer.parseInt(text("page"));
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }
}
