package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.CriteriaSetView;
import vn.khanhhoa.thecovid.eligibility.CriteriaSets;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaDraft;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A criterion of a draft, known by its code, or a new one: all but its conditions. */
@Named
@RequestScoped
public class CriteriaRowPage {
    @Inject
    private CriteriaSets sets;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private List<SelectItem> levels = List.of();
    private int revision;
    private String code = "";
    private String level = "";
    private boolean blocking;
    private String nameVi = "";
    private String nameEn = "";
    private String remarkVi = "";
    private String remarkEn = "";

    @PostConstruct
    void read() {
        PublicId id = parameters.id("id");
        CriteriaSetView set = sets.read(actor.get(), id);
        if (!actor.get().may(Permission.DRAFT_CRITERIA) || !set.summary().isDraft()) {
            throw new NotFound();
        }
        revision = set.summary().revision();
        levels = set.table().levels().stream()
                .map(each -> new SelectItem(each.code(), each.name(language.getLocale())))
                .toList();
        if (!isAdding()) {
            CriteriaDraft.Row row = set.table().rows().stream()
                    .filter(each -> each.code().equals(getStored()))
                    .findFirst()
                    .orElseThrow(NotFound::new);
            code = row.code();
            level = row.level();
            blocking = row.blocking();
            nameVi = row.nameVi();
            nameEn = row.nameEn();
            remarkVi = row.remarkVi();
            remarkEn = row.remarkEn();
        }
    }

    public void load() {
        getLevels();
    }

    /** Code of the row as it is stored; empty for a new one. */
    public String getStored() {
        return parameters.text("row");
    }

    public boolean isAdding() {
        return getStored().isEmpty();
    }

    public String getBack() {
        return "/criteria-office/criteria-set?id=" + parameters.id("id") + "#table";
    }

    public void save() {
        sets.saveRow(
                actor.get(),
                parameters.id("id"),
                revision,
                getStored(),
                new CriteriaDraft.Row(code, level, blocking, nameVi, nameEn, remarkVi, remarkEn, Map.of()));
        messages.success("eligibility.row.saved", code.strip());
        messages.go(getBack());
    }

    public void moveUp() {
        move(true);
    }

    public void moveDown() {
        move(false);
    }

    private void move(boolean up) {
        sets.moveRow(actor.get(), parameters.id("id"), revision, getStored(), up);
        messages.success("eligibility.row.moved", getStored());
        messages.go(getBack());
    }

    public void remove() {
        sets.removeRow(actor.get(), parameters.id("id"), revision, getStored());
        messages.success("eligibility.row.removed", getStored());
        messages.go(getBack());
    }

    public List<SelectItem> getLevels() {
        return levels;
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

    public String getLevel() {
        return level;
    }

    public void setLevel(String level) {
        this.level = level;
    }

    public boolean isBlocking() {
        return blocking;
    }

    public void setBlocking(boolean blocking) {
        this.blocking = blocking;
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

    public String getRemarkVi() {
        return remarkVi;
    }

    public void setRemarkVi(String remarkVi) {
        this.remarkVi = remarkVi;
    }

    public String getRemarkEn() {
        return remarkEn;
    }

    public void setRemarkEn(String remarkEn) {
        this.remarkEn = remarkEn;
    }
}
