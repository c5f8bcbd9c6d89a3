package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.verification.Tracings;

/** Asking for somebody's contacts: whose, then of which days, why and by which document. */
@Named
@RequestScoped
public class TracingEntryPage {
    /** At which field a rule speaks; the others speak at the top. */
    private static final Map<String, String> FIELDS = Map.of(
            "verification.tracing-reversed", "to",
            "verification.tracing-days", "from",
            "verification.tracing-reason", "reason",
            "verification.tracing-document", "document");

    @Inject
    private Tracings tracings;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private FindingPeople.@Nullable Found person;
    private @Nullable List<FindingPeople.Found> found;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private String reason = "";
    private String document = "";

    public void load() {
        if (isChosen()) {
            getPerson();
        } else if (isSearched() && !isWrong()) {
            getFound();
        }
    }

    public boolean isChosen() {
        return !parameters.text("person").isEmpty();
    }

    public FindingPeople.Found getPerson() {
        FindingPeople.Found known = person;
        if (known == null) {
            known = tracings.person(actor.get(), parameters.id("person"));
            person = known;
        }
        return known;
    }

    public boolean isSearched() {
        return !parameters.search().isEmpty();
    }

    /** Neither a number nor a name with a day that there is. */
    public boolean isWrong() {
        return isSearched() && getNumber().isBlank() && (getName().isBlank() || birth().isEmpty());
    }

    private Optional<LocalDate> birth() {
        return DayText.read(getBirth());
    }

    public List<FindingPeople.Found> getFound() {
        List<FindingPeople.Found> known = found;
        if (known == null) {
            known = tracings.find(actor.get(), getNumber(), getName(), birth());
            found = known;
        }
        return known;
    }

    public void ask() {
        LocalDate first = from;
        LocalDate last = to;
        if (first == null || last == null) {
            messages.errorAt(first == null ? "asking:from" : "asking:to", "verification.tracing-day-missing");
            return;
        }
        try {
            PublicId id = tracings.ask(actor.get(), getPerson().publicId(), first, last, reason, document);
            messages.success("verification.tracing-is-asked");
            messages.go("/health-office/tracing?id=" + id);
        } catch (RuleViolation rule) {
            String field = FIELDS.get(rule.code());
            if (field == null) {
                throw rule;
            }
            messages.errorAt("asking:" + field, rule.code(), rule.args().toArray());
        }
    }

    public String getNumber() {
        return parameters.text("number");
    }

    public String getName() {
        return parameters.text("name");
    }

    public String getBirth() {
        return parameters.text("birth");
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate day) {
        from = day;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate day) {
        to = day;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String typed) {
        reason = typed == null ? "" : typed;
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(@Nullable String typed) {
        document = typed == null ? "" : typed;
    }
}
