package vn.khanhhoa.thecovid.eligibility.web;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.CriteriaForeseen;
import vn.khanhhoa.thecovid.eligibility.CriteriaOrderView;
import vn.khanhhoa.thecovid.eligibility.CriteriaOrders;
import vn.khanhhoa.thecovid.eligibility.CriteriaSetView;
import vn.khanhhoa.thecovid.eligibility.CriteriaSets;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaDraft;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaProblem;
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

/** One criteria set as its table, edited as long as it is a draft, then attested and put in force. */
@Named
@RequestScoped
public class CriteriaSetPage {
    @Inject
    private CriteriaSets sets;

    @Inject
    private CriteriaOrders orders;

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
    private Language language;

    @Inject
    private Formats formats;

    @Inject
    private Clock clock;

    private @Nullable CriteriaSetView set;
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
    private @Nullable CriteriaForeseen foreseen;

    @PostConstruct
    void read() {
        CriteriaSetView stored = sets.read(actor.get(), id());
        set = stored;
        revision = stored.summary().revision();
        code = stored.table().code();
        nameVi = stored.table().nameVi();
        nameEn = stored.table().nameEn();
        document = stored.table().document();
        number = document;
        from = formats.time(clock.instant());
        area = areas().stream()
                .filter(each -> each.level() == AreaLevel.PROVINCE)
                .mapToLong(AreaView::id)
                .findFirst()
                .orElse(0);
        seen = foreseen().map(CriteriaForeseen::seen).orElse(0);
    }

    public void load() {
        getSet();
    }

    private PublicId id() {
        return parameters.id("id");
    }

    private String address() {
        return "/criteria-office/criteria-set?id=" + id();
    }

    public CriteriaSetView getSet() {
        CriteriaSetView known = set;
        if (known == null) {
            known = sets.read(actor.get(), id());
            set = known;
        }
        return known;
    }

    public boolean isDrafting() {
        return actor.get().may(Permission.DRAFT_CRITERIA);
    }

    public boolean isEditable() {
        return isDrafting() && getSet().summary().isDraft();
    }

    public boolean isIssuable() {
        return actor.get().may(Permission.ISSUE_CRITERIA) && !getSet().summary().isDraft();
    }

    /** With each its place in front. */
    public List<String> getErrors() {
        return texts(true);
    }

    /** What the set can be used with, and should be looked at. */
    public List<String> getHints() {
        return texts(false);
    }

    private List<String> texts(boolean errors) {
        return getSet().problems().stream()
                .filter(problem -> problem.isError() == errors)
                .map((CriteriaProblem problem) -> problem.text(language.getLocale()))
                .toList();
    }

    /** As it was just typed, or else as it is stored; never what an address says. */
    public String cell(CriteriaDraft.Row row, CriteriaDraft.Column column) {
        String typed = request.getMethod().equals("POST") ? request.getParameter(field(row, column)) : null;
        return typed == null ? row.cells().getOrDefault(column.key(), "") : typed;
    }

    private static String field(CriteriaDraft.Row row, CriteriaDraft.Column column) {
        return "cell:" + row.code() + ":" + column.key();
    }

    public void saveCells() {
        List<CriteriaSets.Cell> changed = new ArrayList<>();
        for (CriteriaDraft.Row row : getSet().table().rows()) {
            for (CriteriaDraft.Column column : getSet().table().columns()) {
                String typed = cell(row, column).strip();
                if (!typed.equals(row.cells().getOrDefault(column.key(), ""))) {
                    changed.add(new CriteriaSets.Cell(row.code(), column.key(), typed));
                }
            }
        }
        sets.saveCells(actor.get(), id(), revision, changed);
        messages.success("eligibility.set.cells-saved", changed.size());
        messages.go(address() + "#table");
    }

    public void saveAbout() {
        sets.saveAbout(actor.get(), id(), revision, code.strip(), nameVi, nameEn, document);
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
            sets.attach(actor.get(), id(), revision, sent.getSubmittedFileName(), content.readAllBytes());
        } catch (RuleViolation rule) {
            messages.errorAt("attaching:file", rule.code(), rule.args().toArray());
            return;
        }
        messages.success("eligibility.set.attached");
        messages.go(address() + "#document");
    }

    public void attest() {
        orders.attest(actor.get(), id(), revision);
        messages.success("eligibility.set.was-attested");
        messages.go(address());
    }

    public void beginFrom() {
        PublicId next = sets.beginFrom(actor.get(), id());
        messages.success("eligibility.sets.begun");
        messages.go("/criteria-office/criteria-set?id=" + next);
    }

    public void discard() {
        sets.discard(actor.get(), id(), revision);
        messages.success("eligibility.set.discarded");
        messages.go("/criteria-office/criteria-sets");
    }

    private List<AreaView> areas() {
        return catalogue.areas(LocalDate.now(clock));
    }

    public List<SelectItem> getAreas() {
        return areas().stream()
                .map(each -> new SelectItem(
                        each.id(),
                        each.level() == AreaLevel.PROVINCE ? each.name() : each.code() + " – " + each.path()))
                .toList();
    }

    /** What it would change, to be looked at before it is done. */
    public void ask() {
        Optional<Instant> begin = MomentText.read(from);
        if (begin.isEmpty()) {
            messages.errorAt("ordering:from", "eligibility.moment-wrong", formats.time(clock.instant()));
            return;
        }
        orders.foresee(actor.get(), id(), area, begin.get());
        messages.go(address() + "&area=" + area + "&from=" + begin.get().toEpochMilli() + "#order");
    }

    /** Empty where nothing is asked, or what is asked can no longer be done: the form says why when it is sent again. */
    private Optional<CriteriaForeseen> foreseen() {
        if (!looked) {
            foreseen = look().orElse(null);
            looked = true;
        }
        return Optional.ofNullable(foreseen);
    }

    private Optional<CriteriaForeseen> look() {
        String asked = parameters.text("from");
        String place = parameters.text("area");
        if (!isIssuable() || !asked.matches("\\d{1,15}") || !place.matches("\\d{1,15}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(orders.foresee(
                    actor.get(), id(), Long.parseLong(place), Instant.ofEpochMilli(Long.parseLong(asked))));
        } catch (RuleViolation tooOldByNow) {
            return Optional.empty();
        }
    }

    public boolean isAsking() {
        return foreseen().isPresent();
    }

    public CriteriaForeseen getForeseen() {
        return foreseen().orElseThrow();
    }

    /** A start that has passed was shown as one, with what it changes: the button says so. */
    public void putInForce() {
        CriteriaForeseen shown = getForeseen();
        orders.putInForce(actor.get(), id(), shown.place().id(), number, shown.from(), seen, true);
        messages.success("eligibility.set.was-put-in-force", shown.place().name(), formats.time(shown.from()));
        messages.go("/criteria-office/criteria-sets");
    }

    public List<CriteriaOrderView> getOrders() {
        return orders.orders(actor.get()).stream()
                .filter(order -> order.setId().equals(id()))
                .toList();
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
