package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.intake.AllowedValue;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.FormAdministration;
import vn.khanhhoa.thecovid.stafflist.FormVersion;

/** One column of a draft; without a key in the address, a new one. */
@Named
@RequestScoped
public class FormColumnPage {
    private static final int USUAL_LENGTH = 100;

    @Inject
    private FormAdministration administration;

    @Inject
    private FormAddress address;

    @Inject
    private ValueTable table;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private List<AllowedValue> values = List.of();
    private int revision;
    private String key = "";
    private ColumnType type = ColumnType.TEXT;
    private boolean required;
    private String bounds = "";
    private boolean outside;
    private boolean workers;
    private String labelVi = "";
    private String labelEn = "";
    private String aliases = "";
    private String noteVi = "";
    private String noteEn = "";
    private int maxLength = USUAL_LENGTH;
    private String defaultValue = "";
    private boolean ofList;
    private boolean health;
    private boolean active = true;
    private String after = "";

    @PostConstruct
    void read() {
        FormVersion draft = address.draft();
        revision = draft.revision();
        List<FormColumn> columns = draft.template().columns();
        after = columns.isEmpty() ? "" : columns.get(columns.size() - 1).key();
        if (!isNew()) {
            show(draft.template().column(replaced()).orElseThrow(NotFound::new));
            after = "";
            for (FormColumn column : columns) {
                if (column.key().equals(replaced())) {
                    break;
                }
                after = column.key();
            }
        }
    }

    private void show(FormColumn column) {
        key = column.key();
        type = column.type();
        required = column.required();
        values = column.values();
        bounds = column.valueList().contains("..") ? column.valueList() : "";
        outside = column.valueList().equals("communes-or-outside");
        workers = column.valueList().equals(FormColumn.WORKERS);
        labelVi = column.labelVi();
        labelEn = column.labelEn();
        aliases = String.join("\n", column.aliases());
        noteVi = column.noteVi();
        noteEn = column.noteEn();
        maxLength = column.maxLength();
        defaultValue = column.defaultValue();
        ofList = column.scope() == FormColumn.Scope.LIST;
        health = column.health();
        active = column.active();
    }

    public void load() {
        address.draft();
    }

    public void save() {
        FormColumn column = column();
        List<RuleViolation> wrong =
                administration.problems(actor.get(), address.code(), address.version(), replaced(), column, after);
        if (!wrong.isEmpty()) {
            wrong.forEach(rule -> messages.errorAt(
                    "form:" + fieldOf(rule.code()), rule.code(), rule.args().toArray()));
            return;
        }
        administration.saveColumn(actor.get(), address.code(), address.version(), revision, replaced(), column, after);
        messages.success("forms.column-saved", labelVi);
        messages.go(FormAddress.page(address.code(), address.version()) + "#columns");
    }

    private FormColumn column() {
        return new FormColumn(
                isNew() && key.isEmpty() ? ValueTable.codeOf(labelVi).toLowerCase(Locale.ROOT) : key,
                type,
                required,
                table.typed(),
                valueList(),
                labelVi,
                labelEn,
                FormColumn.aliases(bars(aliases)),
                noteVi,
                noteEn,
                maxLength,
                defaultValue,
                ofList ? FormColumn.Scope.LIST : FormColumn.Scope.ROW,
                health,
                active);
    }

    /** Where on the page one mends it. */
    private static String fieldOf(String code) {
        return switch (code) {
            case "forms.column-key", "forms.key-twice" -> "key";
            case "forms.label-missing" -> "label";
            case "forms.values-missing",
                    "forms.values-for-choice",
                    "forms.value",
                    "forms.value-twice",
                    "forms.sexes",
                    "forms.document-kinds" -> "values";
            case "forms.bounds-unclear", "forms.value-list" -> "bounds";
            case "forms.max-length-unclear" -> "longest";
            case "forms.heading-twice" -> "aliases";
            case "forms.column-needed", "forms.workplace", "forms.no-workplace", "forms.type-twice" -> "type";
            default -> "label";
        };
    }

    public List<ValueTable.Row> getValues() {
        return FacesContext.getCurrentInstance().isPostback() ? table.typedAndSpare() : table.storedAndSpare(values);
    }

    public void remove() {
        administration.removeColumn(actor.get(), address.code(), address.version(), revision, replaced());
        messages.success("forms.column-removed");
        messages.go(FormAddress.page(address.code(), address.version()) + "#columns");
    }

    private String valueList() {
        return switch (type) {
            case AREA -> outside ? "communes-or-outside" : "communes";
            case WORKPLACE -> "workplaces";
            case ACTIVITIES -> "activities";
            case SECTOR -> "sectors";
            case BIRTH_DATE -> workers ? FormColumn.WORKERS : "";
            default -> bounds;
        };
    }

    private static String bars(String lines) {
        return lines.lines().map(String::strip).collect(Collectors.joining("|"));
    }

    /** The column as the address names it: what is edited keeps its key. */
    private String replaced() {
        return parameters.text("column");
    }

    public boolean isNew() {
        return replaced().isEmpty();
    }

    public FormVersion getForm() {
        return address.draft();
    }

    public List<SelectItem> getAllTypes() {
        return Arrays.stream(ColumnType.values())
                .map(each -> new SelectItem(each, language.text("forms.type." + each)))
                .toList();
    }

    /** The columns that this one may stand behind. */
    public List<SelectItem> getOthers() {
        return getForm().template().columns().stream()
                .filter(column -> !column.key().equals(replaced()))
                .map(column -> new SelectItem(column.key(), language.of(column.labelVi(), column.labelEn())))
                .toList();
    }

    public int getRevision() {
        return revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key.strip();
    }

    public ColumnType getType() {
        return type;
    }

    public void setType(ColumnType type) {
        this.type = type;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    public String getBounds() {
        return bounds;
    }

    public void setBounds(String bounds) {
        this.bounds = bounds.strip();
    }

    public boolean isOutside() {
        return outside;
    }

    public void setOutside(boolean outside) {
        this.outside = outside;
    }

    public boolean isWorkers() {
        return workers;
    }

    public void setWorkers(boolean workers) {
        this.workers = workers;
    }

    public String getLabelVi() {
        return labelVi;
    }

    public void setLabelVi(String labelVi) {
        this.labelVi = labelVi.strip();
    }

    public String getLabelEn() {
        return labelEn;
    }

    public void setLabelEn(String labelEn) {
        this.labelEn = labelEn.strip();
    }

    public String getAliases() {
        return aliases;
    }

    public void setAliases(String aliases) {
        this.aliases = aliases.strip();
    }

    public String getNoteVi() {
        return noteVi;
    }

    public void setNoteVi(String noteVi) {
        this.noteVi = noteVi.strip();
    }

    public String getNoteEn() {
        return noteEn;
    }

    public void setNoteEn(String noteEn) {
        this.noteEn = noteEn.strip();
    }

    public int getMaxLength() {
        return maxLength;
    }

    public void setMaxLength(int maxLength) {
        this.maxLength = maxLength;
    }

    public String getDefaultValue() {
        return defaultValue;
    }

    public void setDefaultValue(String defaultValue) {
        this.defaultValue = defaultValue.strip();
    }

    public boolean isOfList() {
        return ofList;
    }

    public void setOfList(boolean ofList) {
        this.ofList = ofList;
    }

    public boolean isHealth() {
        return health;
    }

    public void setHealth(boolean health) {
        this.health = health;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after.strip();
    }
}
