package vn.khanhhoa.thecovid.review.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.PaperEvidence;
import vn.khanhhoa.thecovid.eligibility.PaperView;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.review.EntryPapers;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Papers that speak for the person of an entry: those that were accepted, and another one. */
@Named
@RequestScoped
public class EntryPaperPage {
    /** At which field a rule speaks; the others speak at the top. */
    private static final Map<String, String> FIELDS = Map.of(
            "eligibility.paper-number-missing", "number",
            "eligibility.paper-issuer-missing", "issuer",
            "eligibility.paper-scan-missing", "file",
            "eligibility.exception-file-format", "file",
            "eligibility.document-too-large", "file");

    @Inject
    private EntryPapers papers;

    @Inject
    private PaperEvidence evidence;

    @Inject
    private Parameters parameters;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    private List<PaperView> accepted = List.of();
    private List<SourceView> sources = List.of();
    private String number = "";
    private String issuer = "";
    private @Nullable Part file;

    @PostConstruct
    void read() {
        accepted = papers.of(actor.get(), entry());
        sources = evidence.sources(actor.get());
    }

    public void load() {
        getAccepted();
    }

    private PublicId entry() {
        return parameters.id("entry");
    }

    public String getEntry() {
        return entry().toString();
    }

    public List<PaperView> getAccepted() {
        return accepted;
    }

    public boolean isLate(PaperView paper) {
        return paper.isLate(clock.instant());
    }

    public List<SourceView> getSources() {
        return sources;
    }

    public String name(SourceView source) {
        return language.text(source.kind().key()) + " · "
                + language.of(source.about().nameVi(), source.about().nameEn());
    }

    /** The source that was chosen; none before. */
    public Optional<SourceView> source() {
        return PublicId.parse(parameters.text("source"))
                .flatMap(id -> sources.stream()
                        .filter(each -> each.publicId().equals(id))
                        .findFirst());
    }

    public boolean isChosen() {
        return source().isPresent();
    }

    public String getSource() {
        return source().map(each -> each.publicId().toString()).orElse("");
    }

    public String getSourceName() {
        return source().map(this::name).orElse("");
    }

    public List<PaperEvidence.Field> getFields() {
        return source().map(each -> evidence.fields(actor.get(), each)).orElse(List.of());
    }

    public List<SelectItem> options(PaperEvidence.Field field) {
        return field.options().stream()
                .map(each -> new SelectItem(each.code(), language.of(each.labelVi(), each.labelEn())))
                .toList();
    }

    /** As it was just typed. */
    public String value(PaperEvidence.Field field) {
        String typed = request.getMethod().equals("POST") ? request.getParameter("cell:" + field.key()) : null;
        return Objects.requireNonNullElse(typed, "");
    }

    public void accept() throws IOException {
        Map<String, String> cells = new HashMap<>();
        getFields().forEach(field -> cells.put(field.key(), value(field)));
        Part given = file;
        boolean attached = given != null && given.getSubmittedFileName() != null && given.getSize() > 0;
        try {
            PaperEvidence.Accepted outcome = papers.accept(
                    actor.get(),
                    entry(),
                    new PaperEvidence.Form(
                            parameters.id("source"),
                            cells,
                            number,
                            issuer,
                            attached ? Objects.requireNonNull(given).getSubmittedFileName() : "",
                            attached ? content(Objects.requireNonNull(given)) : new byte[0]));
            tell(outcome);
        } catch (RuleViolation rule) {
            String field = FIELDS.get(rule.code());
            if (field == null) {
                throw rule;
            }
            messages.errorAt("accepting:" + field, rule.code(), rule.args().toArray());
        }
    }

    private void tell(PaperEvidence.Accepted outcome) {
        if (outcome.id() == null) {
            outcome.problems().stream()
                    .filter(PaperEvidence.Problem::error)
                    .forEach(problem -> messages.errorAt(
                            "cell:" + problem.column(),
                            "review.paper-problem",
                            label(problem.column()),
                            language.text(problem.key(), problem.args().toArray())));
            return;
        }
        messages.success(outcome.before() ? "review.paper-there" : "review.paper-kept");
        messages.go("/agency/entry-paper?entry=" + entry());
    }

    private String label(String column) {
        return getFields().stream()
                .filter(field -> field.key().equals(column))
                .map(field -> language.of(field.labelVi(), field.labelEn()))
                .findFirst()
                .orElseGet(() -> language.text("review.paper-person"));
    }

    private static byte[] content(Part part) throws IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        }
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = Objects.requireNonNullElse(number, "");
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
