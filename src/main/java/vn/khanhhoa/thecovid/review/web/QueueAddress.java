package vn.khanhhoa.thecovid.review.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.FormTemplates;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;

/**
 * The filter of the queue as the address of a page has it: the queue's own, and that of what was opened from it, which leads on
 * to what the filter lets through and back to it. Whom somebody searched for is in their session, not in the address.
 */
@Named
@RequestScoped
public class QueueAddress {
    static final String QUEUE = "/agency/review-queue";
    private static final String GREEN = "green";
    private static final List<String> DUE = List.of("all", "past", "near", "mine");
    private static final List<String> FIELDS =
            List.of("search", "name", "organisation", "list", "activity", "form", "due", "level");

    @Inject
    private EntryQueue queue;

    @Inject
    private Organisations organisations;

    @Inject
    private FormTemplates templates;

    @Inject
    private Parameters parameters;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    @Inject
    private CurrentActor actor;

    private @Nullable List<FormTemplates.Name> forms;
    private @Nullable Optional<EntryQueue.OfList> list;
    private @Nullable QueueFilter filter;

    /** The fields of the filter that the address names, for links that go on with it. */
    Map<String, String> carried() {
        Map<String, String> carried = new LinkedHashMap<>();
        for (String part :
                Objects.requireNonNullElse(request.getQueryString(), "").split("&")) {
            String name = part.replaceFirst("=.*", "");
            if (FIELDS.contains(name) && !parameters.text(name).isEmpty()) {
                carried.put(name, parameters.text(name));
            }
        }
        return carried;
    }

    /** What is to be added to an address that has a parameter already; empty where nothing is filtered. */
    public String getParameters() {
        StringBuilder added = new StringBuilder();
        carried()
                .forEach((name, value) -> added.append('&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return added.toString();
    }

    /** The queue with this filter. */
    public String getQueue() {
        String carried = getParameters();
        return carried.isEmpty() ? QUEUE : QUEUE + "?" + carried.substring(1);
    }

    public boolean isFiltered() {
        return !filter().equals(QueueFilter.ALL);
    }

    QueueFilter filter() {
        QueueFilter known = filter;
        if (known == null) {
            known = read();
            filter = known;
        }
        return known;
    }

    private QueueFilter read() {
        long organisationId = PublicId.parse(organisation())
                .map(id -> organisations.view(id).id())
                .orElse(0L);
        long listId = list().map(EntryQueue.OfList::listId).orElse(0L);
        QueueFilter entries = new QueueFilter(name(), organisationId, listId, activity()).ofForm(form());
        QueueFilter all = isGreen() ? entries.greenAt(clock.instant()) : entries;
        return switch (due()) {
            case "past" -> all.pastAt(clock.instant());
            case "near" -> all.nearAt(clock.instant());
            case "mine" -> all.heldBy(actor.get().accountId(), clock.instant());
            default -> all;
        };
    }

    String name() {
        return parameters.text("name");
    }

    String organisation() {
        return parameters.text("organisation");
    }

    String activity() {
        return parameters.text("activity");
    }

    /** A list of which the agency has nothing is none. */
    Optional<EntryQueue.OfList> list() {
        Optional<EntryQueue.OfList> known = list;
        if (known == null) {
            known = PublicId.parse(parameters.text("list")).flatMap(id -> queue.list(actor.get(), id));
            list = known;
        }
        return known;
    }

    /** A form that there is not is none. */
    String form() {
        String code = parameters.text("form");
        return forms().stream().anyMatch(form -> form.code().equals(code)) ? code : "";
    }

    List<FormTemplates.Name> forms() {
        List<FormTemplates.Name> known = forms;
        if (known == null) {
            known = templates.names();
            forms = known;
        }
        return known;
    }

    /** Only those whose people the data makes green. */
    boolean isGreen() {
        return parameters.text("level").equals(GREEN);
    }

    static List<String> dueChoices() {
        return DUE;
    }

    String due() {
        String due = parameters.text("due");
        return DUE.contains(due) ? due : "all";
    }
}
