package vn.khanhhoa.thecovid.citizen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.citizen.OwnEntry;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * The entries that this visitor has opened, each under a random id: addresses then name neither a person nor a code, and
 * are worth nothing in another browser.
 */
@RequestScoped
public class OpenedEntries {
    private static final String ATTRIBUTE = "citizen.opened";
    private static final String PROVEN = "citizen.proven";
    private static final int MOST = 10;

    /** Replaced, never changed, so that every node of a session sees the change. */
    private record Opened(LinkedHashMap<String, Long> entries) implements Serializable {}

    /** Views whose visitor has typed the whole number of the document. */
    private record Proven(HashSet<String> views) implements Serializable {}

    @Inject
    private HttpServletRequest request;

    /** Under a new session id: one that somebody knew before is worth nothing now. */
    public String remember(long entryId) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        LinkedHashMap<String, Long> entries = new LinkedHashMap<>(opened(session));
        if (entries.size() >= MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
        String view = PublicId.random().toString();
        entries.put(view, entryId);
        session.setAttribute(ATTRIBUTE, new Opened(entries));
        return view;
    }

    public Optional<Long> find(String view) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(opened(session).get(view));
    }

    void prove(String view, OwnEntry.Proven proven) {
        HttpSession session = request.getSession(true);
        HashSet<String> views = new HashSet<>(proven(session));
        if (find(view).filter(entry -> entry == proven.entryId()).isPresent()) {
            views.add(view);
        }
        session.setAttribute(PROVEN, new Proven(views));
    }

    Optional<OwnEntry.Proven> proven(String view) {
        HttpSession session = request.getSession(false);
        return session != null && proven(session).contains(view)
                ? find(view).map(OwnEntry.Proven::new)
                : Optional.empty();
    }

    private static Set<String> proven(HttpSession session) {
        return session.getAttribute(PROVEN) instanceof Proven proven ? proven.views() : Set.of();
    }

    public void forget() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(PROVEN);
            session.removeAttribute(ATTRIBUTE);
        }
    }

    private static Map<String, Long> opened(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof Opened opened ? opened.entries() : Map.of();
    }
}
