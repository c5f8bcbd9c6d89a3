package vn.khanhhoa.thecovid.review.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.AskingForExceptions;
import vn.khanhhoa.thecovid.eligibility.ExceptionCaseForm;
import vn.khanhhoa.thecovid.eligibility.ExceptionKind;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.EntryExceptions;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** An exception that the agency asks the health office for, of the person of an entry. */
@Named
@RequestScoped
public class EntryExceptionPage {
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
    private EntryExceptions exceptions;

    @Inject
    private AskingForExceptions asking;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private List<AskingForExceptions.Asked> asked = List.of();
    private String kind = "";
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private String reason = "";
    private String paper = "";
    private String issuer = "";
    private @Nullable Part file;

    @PostConstruct
    void read() {
        asked = exceptions.of(actor.get(), entry());
    }

    public void load() {
        getAsked();
    }

    private PublicId entry() {
        return parameters.id("entry");
    }

    public String getEntry() {
        return entry().toString();
    }

    public List<AskingForExceptions.Asked> getAsked() {
        return asked;
    }

    public List<ExceptionKind> getKinds() {
        return asking.kinds(actor.get());
    }

    public String name(ExceptionKind each) {
        return language.of(each.nameVi(), each.nameEn());
    }

    public String evidence(ExceptionKind each) {
        return language.of(each.evidenceVi(), each.evidenceEn());
    }

    public List<SelectItem> getKindItems() {
        return getKinds().stream()
                .map(each -> new SelectItem(each.code(), name(each)))
                .toList();
    }

    public void ask() throws IOException {
        LocalDate first = from;
        if (first == null) {
            messages.errorAt("asking:from", "eligibility.exception-from-missing");
            return;
        }
        Part given = file;
        boolean attached = given != null && given.getSubmittedFileName() != null && given.getSize() > 0;
        try {
            exceptions.ask(
                    actor.get(),
                    entry(),
                    new ExceptionCaseForm(
                            kind,
                            first,
                            to,
                            reason,
                            paper,
                            issuer,
                            attached ? Objects.requireNonNull(given).getSubmittedFileName() : "",
                            attached ? content(Objects.requireNonNull(given)) : new byte[0]));
            messages.success("review.exception-sent");
            messages.go("/agency/entry-exception?entry=" + entry());
        } catch (RuleViolation rule) {
            String field = FIELDS.get(rule.code());
            if (field == null) {
                throw rule;
            }
            messages.errorAt("asking:" + field, rule.code(), rule.args().toArray());
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

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
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
