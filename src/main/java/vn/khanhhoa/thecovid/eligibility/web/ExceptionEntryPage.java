package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.ExceptionCaseForm;
import vn.khanhhoa.thecovid.eligibility.ExceptionKind;
import vn.khanhhoa.thecovid.eligibility.ExceptionRegister;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.platform.web.DayText;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Entering an exception: whom it is for, then what it is and by which evidence. */
@Named
@RequestScoped
public class ExceptionEntryPage {
    /** At which field a rule speaks; the others speak at the top. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("eligibility.exception-kind-missing", "kind"),
            Map.entry("eligibility.exception-from-too-old", "from"),
            Map.entry("eligibility.exception-from-too-far", "from"),
            Map.entry("eligibility.exception-to-before-from", "to"),
            Map.entry("eligibility.exception-to-past", "to"),
            Map.entry("eligibility.exception-too-long", "to"),
            Map.entry("eligibility.exception-reason-missing", "reason"),
            Map.entry("eligibility.exception-evidence-missing", "paper"),
            Map.entry("eligibility.exception-file-format", "file"),
            Map.entry("eligibility.document-too-large", "file"));

    @Inject
    private ExceptionRegister register;

    @Inject
    private ExceptionWords words;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Clock clock;

    private FindingPeople.@Nullable Found person;
    private @Nullable List<FindingPeople.Found> found;
    private @Nullable List<ExceptionKind> kinds;
    private String kind = "";
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private String reason = "";
    private String paper = "";
    private String issuer = "";
    private @Nullable Part file;
    private boolean begun;

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

    private PublicId personId() {
        return parameters.id("person");
    }

    public FindingPeople.Found getPerson() {
        FindingPeople.Found known = person;
        if (known == null) {
            known = register.person(actor.get(), personId());
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
            known = register.find(actor.get(), getNumber(), getName(), birth());
            found = known;
        }
        return known;
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

    public List<ExceptionKind> getKinds() {
        List<ExceptionKind> known = kinds;
        if (known == null) {
            known = register.kinds(actor.get());
            kinds = known;
        }
        return known;
    }

    public List<SelectItem> getKindItems() {
        return getKinds().stream()
                .map(each -> new SelectItem(each.code(), words.kind(each)))
                .toList();
    }

    public void enter() throws IOException {
        LocalDate first = from;
        if (first == null) {
            messages.errorAt("entering:from", "eligibility.exception-from-missing");
            return;
        }
        Part given = file;
        boolean attached = given != null && given.getSubmittedFileName() != null && given.getSize() > 0;
        try {
            PublicId id = register.enter(
                    actor.get(),
                    personId(),
                    new ExceptionCaseForm(
                            kind,
                            first,
                            to,
                            reason,
                            paper,
                            issuer,
                            attached ? Objects.requireNonNull(given).getSubmittedFileName() : "",
                            attached ? content(Objects.requireNonNull(given)) : new byte[0]));
            messages.success("eligibility.exception.entered");
            messages.go("/health-office/exception?id=" + id);
        } catch (RuleViolation rule) {
            String field = FIELDS.get(rule.code());
            if (field == null) {
                throw rule;
            }
            messages.errorAt("entering:" + field, rule.code(), rule.args().toArray());
        }
    }

    private static byte[] content(Part part) throws IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        }
    }

    public String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = Objects.requireNonNullElse(kind, "");
    }

    /** Today, where nothing was typed yet. */
    public @Nullable LocalDate getFrom() {
        return begun ? from : LocalDate.now(clock);
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
        begun = true;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    public String getPaper() {
        return paper;
    }

    public void setPaper(@Nullable String paper) {
        this.paper = Objects.requireNonNullElse(paper, "");
    }

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(@Nullable String issuer) {
        this.issuer = Objects.requireNonNullElse(issuer, "");
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
