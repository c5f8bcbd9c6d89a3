package vn.khanhhoa.thecovid.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What the address of a page says, at a GET and at the POSTs that follow it alike. */
@RequestScoped
public class Parameters {
    @Inject
    private HttpServletRequest request;

    /** Empty where it is not given. */
    public String text(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
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
