package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What of the page of a post is unfolded: the part that its address names, and the one of which a form was sent just now. */
@Named
@RequestScoped
public class PostParts {
    static final String OPENING = "opening";
    static final String DEVICES = "devices";
    static final String POSTER = "poster";
    static final String DETAILS = "details";
    static final String HOURS = "hours";
    static final String PAPERS = "paper-list";
    static final String INSPECTIONS = "inspections";
    static final String PLACE = "where";

    private static final String PART = "part";
    private static final Map<String, List<String>> FORMS = Map.of(
            DEVICES, List.of("new", "bring"),
            POSTER, List.of("renewal"),
            DETAILS, List.of("form"),
            HOURS, List.of("week", "days", "special"),
            PAPERS, List.of("papers", "paper"),
            INSPECTIONS, List.of("inspection"),
            PLACE, List.of("place"));

    @Inject
    private Parameters parameters;

    /** The page of a post with a part of it. */
    static String address(PublicId post, String part) {
        return "/agency-head/post?id=" + post + "&" + PART + "=" + part + "#" + part;
    }

    public boolean isOpen(String part) {
        return parameters.text(PART).equals(part)
                || FORMS.getOrDefault(part, List.of()).stream()
                        .anyMatch(form -> !parameters.text(form).isEmpty());
    }
}
