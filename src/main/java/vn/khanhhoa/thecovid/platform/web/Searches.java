package vn.khanhhoa.thecovid.platform.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * {@code POST /search}: what is searched for may name a person, so it is kept in the searcher's session and the address of
 * the result holds only a random id, {@code ?search=…}. The form names its page in {@code page}; the fields of that page,
 * and nothing else, are found again by {@link Parameters}. The last twenty searches of a session are kept. Every page that
 * is searched so is for people who are signed in: for nobody else anything is kept.
 */
@WebServlet("/search")
public class Searches extends HttpServlet {
    static final String ID = "search";
    static final Map<String, Set<String>> FIELDS = Map.ofEntries(
            Map.entry("/admin/accounts", Set.of("text")),
            Map.entry("/admin/outbox", Set.of("channel", "from", "kind", "recipient", "state", "to")),
            Map.entry("/agency/decided", Set.of("name", "outcome", "from", "to")),
            Map.entry("/agency/review-queue", Set.of("name", "organisation", "list", "form", "due", "level")),
            Map.entry("/health-office/cards", Set.of("text", "organisation", "state", "ends")),
            Map.entry("/health-office/exception-entry", Set.of("number", "name", "birth")),
            Map.entry("/health-office/exceptions", Set.of("text", "kind", "part")),
            Map.entry("/health-office/tracing-entry", Set.of("number", "name", "birth")),
            Map.entry("/health-office/people", Set.of("one", "number", "name", "birth")),
            Map.entry("/organisation/staff-list-entries", Set.of("id", "name", "state", "kind", "ends")),
            Map.entry("/organisation/staff-lists", Set.of("words", "stage")),
            Map.entry("/organisation/staff-list-rows", Set.of("id", "state", "kind", "code", "column", "words")));

    private static final String KEPT = "portal.searches";
    private static final String PAGE = "page";
    private static final int MOST = 20;
    private static final int LONGEST = 254;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getUserPrincipal() == null) {
            response.sendRedirect(request.getContextPath() + "/public/sign-in?expired=true&then="
                    + URLEncoder.encode(OwnPath.back(request), StandardCharsets.UTF_8));
            return;
        }
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String page = Objects.requireNonNullElse(request.getParameter(PAGE), "");
        Set<String> fields = FIELDS.get(page);
        if (fields == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.sendRedirect(
                request.getContextPath() + page + "?" + ID + "=" + keep(request.getSession(), request, fields));
    }

    private static String keep(HttpSession session, HttpServletRequest request, Set<String> names) {
        HashMap<String, String> fields = new HashMap<>();
        for (String name : names) {
            String value =
                    Objects.requireNonNullElse(request.getParameter(name), "").strip();
            if (!value.isEmpty() && value.length() <= LONGEST) {
                fields.put(name, value);
            }
        }
        String id = PublicId.random().toString();
        LinkedHashMap<String, HashMap<String, String>> searches = new LinkedHashMap<>(kept(session));
        searches.put(id, fields);
        while (searches.size() > MOST) {
            searches.remove(searches.keySet().iterator().next());
        }
        session.setAttribute(KEPT, searches);
        return id;
    }

    /** What was searched for under the id; nothing where the session does not know it. */
    static Map<String, String> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String id = request.getParameter(ID);
        return session == null || id == null ? Map.of() : kept(session).getOrDefault(id, new HashMap<>());
    }

    @SuppressWarnings("unchecked") // nobody else writes this attribute
    private static Map<String, HashMap<String, String>> kept(HttpSession session) {
        Object searches = session.getAttribute(KEPT);
        return searches == null ? Map.of() : (Map<String, HashMap<String, String>>) searches;
    }
}
