package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.RuleForeseen;
import vn.khanhhoa.thecovid.eligibility.RuleOrderView;
import vn.khanhhoa.thecovid.eligibility.RuleSetSummary;
import vn.khanhhoa.thecovid.eligibility.SavedCells;
import vn.khanhhoa.thecovid.platform.web.Formats;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.MomentText;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The steps of one criteria set or one version of the matrix, after its table: document, attestation, putting in force. */
public abstract class RulePage<D> {
    private static final String WAS = "was:";

    @Inject
    private Catalogue catalogue;

    @Inject
    private Parameters parameters;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    @Inject
    private Language language;

    private int revision;
    private String code = "";
    private String nameVi = "";
    private String nameEn = "";
    private String document = "";
    private @Nullable Part file;
    private long area;
    private String from = "";
    private String number = "";
    private int seen;
    private boolean looked;
    private boolean conflictsTold;
    private @Nullable RuleForeseen<D> foreseen;

    /**
     * A problem of the table.
     *
     * @param text with its place in front
     * @param cell id of the field where it is mended; empty where the table is not edited, or it is of no single cell
     */
    public record Told(String text, String cell) {}

    Told told(String text, String row, String column) {
        return new Told(text, isEditable() && !row.isEmpty() && !column.isEmpty() ? field(row, column) : "");
    }

    static String field(String row, String column) {
        return "cell:" + row + ":" + column;
    }

    /** Without a table: of what the address names. */
    public abstract RuleSetSummary getSummary();

    /** As {@link ComparisonPage} calls them. */
    public abstract String getKind();

    public abstract boolean isAttestable();

    /** Of this page; files and documents are at the same path with {@code -file} and {@code -document}. */
    public abstract String getPath();

    abstract String listPath();

    abstract void attach(String fileName, byte[] content);

    abstract void attachToShipped(String byDocument, String fileName, byte[] content);

    abstract void doAttest();

    abstract PublicId beginNext();

    abstract void doDiscard();

    abstract void save(String withCode, String vietnamese, String english, String byDocument);

    abstract RuleForeseen<D> foresee(long place, Instant begin);

    abstract void order(long place, String byDocument, Instant begin, int lastSeen);

    abstract List<RuleOrderView> allOrders();

    abstract String difference(D difference);

    /** Forgets what is known of the table, which has been changed. */
    abstract void readAnew();

    /** What is typed at first. */
    void fill() {
        RuleSetSummary summary = getSummary();
        revision = summary.revision();
        code = summary.code();
        nameVi = summary.nameVi();
        nameEn = summary.nameEn();
        document = summary.document();
        number = document;
        from = formats.time(number("from").map(Instant::ofEpochMilli).orElse(clock.instant()));
        area = number("area")
                .orElseGet(() -> areas().stream()
                        .filter(each -> each.level() == AreaLevel.PROVINCE)
                        .map(AreaView::id)
                        .findFirst()
                        .orElse(0L));
        seen = foreseen().map(RuleForeseen::seen).orElse(0);
    }

    PublicId id() {
        return parameters.id("id");
    }

    String address() {
        return getPath() + "?id=" + id();
    }

    public boolean isDrafting() {
        return actor.get().may(Permission.DRAFT_CRITERIA);
    }

    public boolean isEditable() {
        return isDrafting() && getSummary().isDraft();
    }

    /** Also to one that came with the portal: what it is compared with. */
    public boolean isAttachable() {
        return isDrafting() && !getSummary().isAttested();
    }

    public boolean isAttesting() {
        return actor.get().may(Permission.ATTEST_CRITERIA);
    }

    public boolean isIssuable() {
        return actor.get().may(Permission.ISSUE_CRITERIA) && getSummary().isAttested();
    }

    /** As it was just typed; else as it is stored now, which somebody else may have changed meanwhile. */
    String typed(String field, String stored) {
        return sent(field).map(Sent::text).orElse(stored);
    }

    /** Over what the field is typed: what its reader has seen in it. */
    String seenIn(String field, String stored) {
        return conflictsTold ? stored : sent(field).map(Sent::was).orElse(stored);
    }

    /**
     * A field of the table that was sent.
     *
     * @param kind of the field, the first part of its name
     * @param was what stood in it when the page was made
     */
    record Sent(String kind, String row, String column, String was, String text) {
        String field() {
            return kind + ":" + row + ":" + column;
        }
    }

    /** Those into which something else was typed than stood there. */
    List<Sent> changedFields() {
        return request.getParameterMap().keySet().stream()
                .filter(name -> name.startsWith(WAS))
                .flatMap(name -> sent(name.substring(WAS.length())).stream())
                .toList();
    }

    /** None where nothing was typed into it, and of what an address says. */
    private Optional<Sent> sent(String field) {
        if (!request.getMethod().equals("POST")) {
            return Optional.empty();
        }
        String[] parts = field.split(":", 3);
        String was = request.getParameter(WAS + field);
        String text = request.getParameter(field);
        if (parts.length < 3 || was == null || text == null || text.strip().equals(was.strip())) {
            return Optional.empty();
        }
        return Optional.of(new Sent(parts[0], parts[1], parts[2], was, text.strip()));
    }

    /** Where all were saved the page is made anew; else it stays with what was typed, and says what was not saved. */
    void tellSaved(SavedCells saved, List<Sent> sent) {
        if (saved.saved() > 0 || saved.conflicts().isEmpty()) {
            messages.success("eligibility.set.cells-saved", saved.saved());
        }
        if (saved.conflicts().isEmpty()) {
            messages.go(address() + "#table");
            return;
        }
        saved.conflicts().forEach(conflict -> tellConflict(saved, conflict, sent));
        conflictsTold = true;
        readAnew();
        fill();
    }

    private void tellConflict(SavedCells saved, SavedCells.Conflict conflict, List<Sent> sent) {
        String field = sent.stream()
                .filter(each ->
                        each.row().equals(conflict.row()) && each.column().equals(conflict.column()))
                .map(Sent::field)
                .findFirst()
                .orElse("");
        if (conflict.stored().isEmpty()) {
            messages.error("eligibility.set.cell-gone", conflict.row(), conflict.column(), quoted(conflict.typed()));
            return;
        }
        messages.errorAt(
                field,
                "eligibility.set.cell-conflict",
                conflict.row(),
                conflict.column(),
                quoted(conflict.stored().get()),
                saved.editor(),
                formats.time(saved.editedAt()),
                quoted(conflict.typed()));
    }

    private String quoted(String cell) {
        return language.text(cell.isEmpty() ? "eligibility.set.cell-empty" : "eligibility.set.cell-quoted", cell);
    }

    public void saveAbout() {
        save(code.strip(), nameVi, nameEn, document);
        messages.success("eligibility.set.saved");
        messages.go(address());
    }

    public void attach() throws IOException {
        Part sent = file;
        if (sent == null || sent.getSubmittedFileName() == null || sent.getSize() == 0) {
            messages.errorAt("attaching:file", "eligibility.set.file-missing");
            return;
        }
        try (InputStream content = sent.getInputStream()) {
            if (getSummary().shipped()) {
                attachToShipped(document, sent.getSubmittedFileName(), content.readAllBytes());
            } else {
                attach(sent.getSubmittedFileName(), content.readAllBytes());
            }
        } catch (RuleViolation rule) {
            messages.errorAt("attaching:file", rule.code(), rule.args().toArray());
            return;
        }
        messages.success("eligibility.set.attached");
        messages.go(address() + "#document");
    }

    public void attest() {
        doAttest();
        messages.success("eligibility.set.was-attested");
        messages.go(address());
    }

    public void beginFrom() {
        PublicId next = beginNext();
        messages.success("eligibility.sets.begun");
        messages.go(getPath() + "?id=" + next);
    }

    public void discard() {
        doDiscard();
        messages.success("eligibility.set.discarded");
        messages.go(listPath());
    }

    private List<AreaView> areas() {
        return catalogue.areas(LocalDate.now(clock));
    }

    public List<SelectItem> getAreas() {
        return AreaChoices.of(
                areas(), each -> each.level() == AreaLevel.PROVINCE ? each.name() : each.code() + " – " + each.path());
    }

    /** What it would change, to be looked at before it is done. */
    public void ask() {
        Optional<Instant> begin = MomentText.read(from);
        if (begin.isEmpty()) {
            messages.errorAt("ordering:from", "eligibility.moment-wrong", formats.time(clock.instant()));
            return;
        }
        foresee(area, begin.get());
        messages.go(address() + "&area=" + area + "&from=" + begin.get().toEpochMilli() + "#order");
    }

    /** Empty where nothing is asked, or what is asked can no longer be done: the form says why when it is sent again. */
    private Optional<RuleForeseen<D>> foreseen() {
        if (!looked) {
            foreseen = look().orElse(null);
            looked = true;
        }
        return Optional.ofNullable(foreseen);
    }

    private Optional<RuleForeseen<D>> look() {
        Optional<Long> place = number("area");
        Optional<Long> begin = number("from");
        if (!isIssuable() || place.isEmpty() || begin.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(foresee(place.get(), Instant.ofEpochMilli(begin.get())));
        } catch (RuleViolation tooOldByNow) {
            return Optional.empty();
        }
    }

    /** That the address holds, so that what was asked for stays chosen. */
    private Optional<Long> number(String name) {
        String text = parameters.text(name);
        return text.matches("\\d{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    public boolean isAsking() {
        return foreseen().isPresent();
    }

    public RuleForeseen<D> getForeseen() {
        return foreseen().orElseThrow();
    }

    /** From what would be replaced. */
    public List<String> getDifferences() {
        return getForeseen().differences().stream().map(this::difference).toList();
    }

    /** A start that has passed was shown as one, with what it changes: the button says so. */
    public void putInForce() {
        RuleForeseen<D> shown = getForeseen();
        order(shown.place().id(), number, shown.from(), seen);
        messages.success("eligibility.set.was-put-in-force", shown.place().name(), formats.time(shown.from()));
        messages.go(listPath());
    }

    public List<RuleOrderView> getOrders() {
        return allOrders().stream().filter(order -> order.setId().equals(id())).toList();
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getNameVi() {
        return nameVi;
    }

    public void setNameVi(String nameVi) {
        this.nameVi = nameVi;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public long getArea() {
        return area;
    }

    public void setArea(long area) {
        this.area = area;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public int getSeen() {
        return seen;
    }

    public void setSeen(int seen) {
        this.seen = seen;
    }
}
