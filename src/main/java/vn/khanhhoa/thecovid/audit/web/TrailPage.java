package vn.khanhhoa.thecovid.audit.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AccountAdministration;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.audit.TrailCheck;
import vn.khanhhoa.thecovid.audit.TrailChecking;
import vn.khanhhoa.thecovid.audit.TrailFilter;
import vn.khanhhoa.thecovid.audit.TrailReading;
import vn.khanhhoa.thecovid.audit.TrailRow;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Who did what, newest first, and whether the chain over it holds. */
@Named
@RequestScoped
public class TrailPage {
    private static final int PAGE = 50;
    private static final int LONGEST_SUBJECT = 64;
    private static final List<String> SUBJECTS = List.of(
            "access",
            "organisation",
            "registration",
            "claim",
            "workplace",
            "catalogue",
            "routing",
            "calendar",
            "form",
            "criteria",
            "matrix",
            "scenario",
            "mode",
            "source",
            "stafflist",
            "review",
            "card",
            "notification",
            "verification",
            "operation",
            "audit");

    @Inject
    private TrailReading reading;

    @Inject
    private TrailChecking checking;

    @Inject
    private AccountAdministration accounts;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private TrailWords words;

    private @Nullable List<TrailRow> rows;

    public void load() {
        List<TrailRow> found = reading.records(actor.get(), filter(), before(), PAGE + 1);
        words.read(found);
        rows = found;
    }

    public void check() {
        checking.ask(actor.get());
        messages.go("/admin/trail");
    }

    public List<TrailRow> getRows() {
        List<TrailRow> known = Objects.requireNonNullElse(rows, List.of());
        return known.subList(0, Math.min(PAGE, known.size()));
    }

    /** The rest of the same list; empty at its end. */
    public String getOlder() {
        List<TrailRow> known = Objects.requireNonNullElse(rows, List.of());
        return known.size() <= PAGE
                ? ""
                : link(String.valueOf(known.get(PAGE - 1).id()));
    }

    private String link(String before) {
        return new Paging(
                        1,
                        PAGE,
                        0,
                        Map.of(
                                "before", before,
                                "about", getAbout(),
                                "subject", getSubject(),
                                "account", getAccount(),
                                "from", getFrom(),
                                "to", getTo()))
                .link(1);
    }

    public String who(TrailRow row) {
        return words.who(row);
    }

    public String accountLink(TrailRow row) {
        String id = words.accountId(row);
        return id.isEmpty() ? "" : "?account=" + id;
    }

    public String action(TrailRow row) {
        return words.action(row);
    }

    public String kind(TrailRow row) {
        return words.kind(row);
    }

    public String subject(TrailRow row) {
        return words.subject(row);
    }

    public List<TrailWords.Detail> details(TrailRow row) {
        return words.details(row);
    }

    public Optional<TrailReading.Signed> getSigned() {
        return reading.signed(actor.get());
    }

    public Optional<TrailCheck> getCheck() {
        return checking.latest(actor.get());
    }

    public List<String> getSubjects() {
        return SUBJECTS;
    }

    public String getAbout() {
        String about = parameters.text("about");
        return SUBJECTS.contains(about) ? about : "";
    }

    public String getSubject() {
        String subject = parameters.text("subject").strip();
        return subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length()));
    }

    public String getAccount() {
        return PublicId.parse(parameters.text("account"))
                .map(PublicId::toString)
                .orElse("");
    }

    public String getFrom() {
        return parameters.text("from");
    }

    public String getTo() {
        return parameters.text("to");
    }

    /** Something stands where a day should. */
    public boolean isDayWrong() {
        return Stream.of("from", "to")
                .anyMatch(name -> !parameters.text(name).isBlank() && day(name).isEmpty());
    }

    private TrailFilter filter() {
        String about = getAbout();
        long account = PublicId.parse(getAccount())
                .map(id -> accounts.number(actor.get(), id).orElse(-1))
                .orElse(0L);
        return new TrailFilter(about.isEmpty() ? "" : about + ".", getSubject(), account, day("from"), day("to"));
    }

    /** What is not a day filters nothing. */
    private Optional<LocalDate> day(String name) {
        return DayText.read(parameters.text(name));
    }

    private long before() {
        try {
            return Math.max(0, Long.parseLong(parameters.text("before")));
        } catch (NumberFormatException first) {
            return 0;
        }
    }
}
