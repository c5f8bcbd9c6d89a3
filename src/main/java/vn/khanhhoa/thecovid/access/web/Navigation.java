package vn.khanhhoa.thecovid.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Role;

/** What this reader can go to. */
@Named("navigation")
@RequestScoped
public class Navigation {
    /** The key is that of the link's text. */
    public record Link(String path, String key, boolean current) {}

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    public List<Link> getLinks() {
        return paths(actor.get().role()).stream()
                .map(path -> new Link(path, key(path), isCurrent(path)))
                .toList();
    }

    /** Where the reader lands after signing in. */
    public String home() {
        List<String> paths = paths(actor.get().role());
        return actor.get().isSignedIn() ? paths.get(0) : "/";
    }

    private static List<String> paths(Role role) {
        return switch (role) {
            case ORGANISATION_ADMINISTRATOR ->
                List.of(
                        "/organisation/home",
                        "/organisation/registration",
                        "/organisation/staff-lists",
                        "/organisation/colleagues",
                        "/organisation/api-clients",
                        "/public/check");
            case ORGANISATION_OFFICER ->
                List.of(
                        "/organisation/home",
                        "/organisation/registration",
                        "/organisation/staff-lists",
                        "/organisation/colleagues",
                        "/public/check");
            case REVIEWER ->
                List.of(
                        "/agency/home",
                        "/agency/review-queue",
                        "/agency/verdicts",
                        "/agency/registrations",
                        "/public/rules",
                        "/public/catalogue",
                        "/public/check");
            case APPROVER ->
                List.of(
                        "/agency/home",
                        "/agency/review-queue",
                        "/agency/verdicts",
                        "/agency-head/proposals",
                        "/agency-head/work",
                        "/agency-head/figures",
                        "/agency-head/desk",
                        "/agency/registrations",
                        "/health-office/cards",
                        "/health-office/alerts",
                        "/agency-head/posts",
                        "/agency-head/devices",
                        "/public/rules",
                        "/public/catalogue",
                        "/public/check");
            case HEALTH_OFFICER ->
                List.of(
                        "/health-office/cards",
                        "/health-office/alerts",
                        "/health-office/exceptions",
                        "/health-office/people",
                        "/health-office/tracings",
                        "/criteria-office/criteria-sets",
                        "/criteria-office/matrices",
                        "/criteria-office/scenarios",
                        "/criteria-office/issue-modes",
                        "/health-data/sources",
                        "/health-data/api-clients",
                        "/public/rules",
                        "/public/catalogue",
                        "/public/check");
            case SOURCE_OFFICER ->
                List.of(
                        "/health-data/sources",
                        "/health-data/due-doses",
                        "/health-data/api-clients",
                        "/public/rules",
                        "/public/catalogue",
                        "/public/check");
            case STEERING_OFFICER ->
                List.of(
                        "/criteria-office/scenarios",
                        "/criteria-office/issue-modes",
                        "/criteria-office/matrices",
                        "/criteria-office/criteria-sets",
                        "/public/rules",
                        "/public/catalogue",
                        "/public/check");
            case ADMINISTRATOR ->
                List.of(
                        "/admin/accounts",
                        "/admin/outbox",
                        "/admin/notices",
                        "/admin/catalogue",
                        "/admin/routing",
                        "/admin/forms",
                        "/admin/trail",
                        "/admin/jobs",
                        "/admin/keys",
                        "/admin/card-letterhead",
                        "/public/check");
            default ->
                List.of(
                        "/public/register",
                        "/public/individual",
                        "/citizen/ask",
                        "/citizen/status",
                        "/public/check",
                        "/public/rules",
                        "/public/catalogue");
        };
    }

    private boolean isCurrent(String path) {
        return request.getRequestURI().equals(request.getContextPath() + path);
    }

    private static String key(String path) {
        return "platform.navigation." + path.substring(path.lastIndexOf('/') + 1);
    }
}
