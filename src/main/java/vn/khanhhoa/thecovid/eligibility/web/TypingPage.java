package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.RecordImports;
import vn.khanhhoa.thecovid.eligibility.RecordTyping;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.eligibility.TypedRecordView;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordProblem;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Records typed one by one from paper, and those that wait for a second person. */
@Named
@RequestScoped
public class TypingPage {
    private static final Set<ColumnType> NOT_ASKED = Set.of(ColumnType.ORDINAL, ColumnType.DOCUMENT_KIND);
    private static final String FACILITY = "facility";

    /** What the next record mostly has too: nothing of the person. */
    private static final Set<String> KEPT =
            Set.of("vaccine", "dose_number", "injected_on", "lot", "method", "certificate", FACILITY);

    /** A way to fill in a field of few choices. */
    public record Option(String value, String label) {}

    /** One field of the form. @param options none for a text */
    public record Field(String key, String label, String hint, boolean required, List<Option> options) {}

    @Inject
    private RecordTyping typing;

    @Inject
    private RecordImports imports;

    @Inject
    private SourceKeeping keeping;

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

    private @Nullable SourceView source;
    private List<FormColumn> columns = List.of();
    private List<TypedRecordView> waiting = List.of();
    private String note = "";

    @PostConstruct
    void read() {
        SourceView read = keeping.source(actor.get(), parameters.id("id"));
        source = read;
        columns = imports.columns(actor.get(), read.publicId());
        waiting = typing.waiting(actor.get(), read.publicId());
    }

    public void load() {
        getSource();
    }

    public SourceView getSource() {
        return Objects.requireNonNull(source);
    }

    private String address() {
        return "/health-data/typing?id=" + getSource().publicId();
    }

    public List<Field> getFields() {
        return asked().map(this::field).toList();
    }

    /** What a choice shows by itself needs no hint. */
    private Field field(FormColumn column) {
        List<Option> options = options(column);
        return new Field(
                column.key(),
                language.of(column.labelVi(), column.labelEn()),
                options.isEmpty() ? language.of(column.noteVi(), column.noteEn()) : "",
                column.required() || column.key().equals(FACILITY),
                options);
    }

    private Stream<FormColumn> asked() {
        return columns.stream().filter(column -> !NOT_ASKED.contains(column.type()));
    }

    private List<Option> options(FormColumn column) {
        if (column.key().equals(FACILITY)) {
            LocalDate today = LocalDate.now(clock);
            return keeping.facilities(actor.get(), getSource().publicId()).stream()
                    .filter(facility -> facility.worksOn(today))
                    .map(facility -> new Option(facility.code(), facility.code() + " – " + facility.name()))
                    .toList();
        }
        return column.values().stream()
                .map(value -> new Option(value.code(), language.of(value.labelVi(), value.labelEn())))
                .toList();
    }

    private static String name(String key) {
        return "cell:" + key;
    }

    /** As it was just typed; else what the record before had. */
    public String value(Field field) {
        String typed = request.getMethod().equals("POST") ? request.getParameter(name(field.key())) : null;
        if (typed != null) {
            return typed;
        }
        return KEPT.contains(field.key()) ? parameters.text(field.key()) : "";
    }

    public void save() {
        Map<String, String> cells = new LinkedHashMap<>();
        getFields().forEach(field -> cells.put(field.key(), value(field)));
        RecordTyping.Typed typed = typing.type(actor.get(), getSource().publicId(), cells);
        if (!typed.kept()) {
            typed.problems().stream()
                    .filter(RecordProblem::isError)
                    .forEach(problem -> messages.errorAt(
                            name(problem.column()),
                            "eligibility.typing.problem",
                            label(problem.column()),
                            sentence(problem)));
            return;
        }
        messages.success("eligibility.typing.kept", cells.getOrDefault("full_name", ""));
        tellUnderstood(cells, typed.cells());
        typed.problems().forEach(problem -> messages.success("eligibility.typing.warned", sentence(problem)));
        messages.go(address()
                + KEPT.stream()
                        .filter(key -> !cells.getOrDefault(key, "").isEmpty())
                        .sorted()
                        .map(key -> "&" + key + "="
                                + URLEncoder.encode(
                                        typed.cells().getOrDefault(key, cells.getOrDefault(key, "")),
                                        StandardCharsets.UTF_8))
                        .collect(Collectors.joining()));
    }

    /** What is kept otherwise than it was typed: whoever typed it looks at the paper again. */
    private void tellUnderstood(Map<String, String> cells, Map<String, String> understood) {
        asked().forEach(column -> {
            String typed = OneLine.of(cells.getOrDefault(column.key(), ""));
            String kept = understood.getOrDefault(column.key(), "");
            if (!typed.isEmpty() && !kept.isEmpty() && !kept.equals(typed)) {
                messages.success(
                        "eligibility.typing.understood",
                        label(column.key()),
                        shown(column, typed),
                        shown(column, kept));
            }
        });
    }

    private String label(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .map(column -> language.of(column.labelVi(), column.labelEn()))
                .findFirst()
                .orElse("");
    }

    public String sentence(RecordProblem problem) {
        return language.text(problem.key(), problem.args().toArray());
    }

    public List<TypedRecordView> getWaiting() {
        return waiting;
    }

    public boolean isAnyToCheck() {
        return waiting.stream().anyMatch(each -> !each.own() && !each.returned());
    }

    /** All cells in a line, as they are compared with the paper. */
    public List<String> cells(TypedRecordView record) {
        List<String> lines = new ArrayList<>();
        asked().filter(column -> record.cells().containsKey(column.key()))
                .filter(column -> !column.key().equals("full_name"))
                .forEach(column -> lines.add(language.text(
                        "eligibility.typing.cell",
                        language.of(column.labelVi(), column.labelEn()),
                        shown(column, record.cells().getOrDefault(column.key(), "")))));
        return lines;
    }

    private String shown(FormColumn column, String cell) {
        return column.values().stream()
                .filter(value -> value.code().equals(cell))
                .map(value -> language.of(value.labelVi(), value.labelEn()))
                .findFirst()
                .orElse(cell);
    }

    public void confirm() {
        String[] chosen = Objects.requireNonNullElse(request.getParameterValues("chosen"), new String[0]);
        Set<PublicId> ids = Arrays.stream(chosen)
                .flatMap(text -> PublicId.parse(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (ids.isEmpty()) {
            messages.error("eligibility.typing.none-chosen");
            return;
        }
        PublicId importId = typing.confirm(actor.get(), getSource().publicId(), ids);
        messages.success("eligibility.typing.confirmed", ids.size());
        messages.go("/health-data/import?id=" + importId);
    }

    public void giveBack() {
        typing.giveBack(actor.get(), getSource().publicId(), parameters.id("waiting:back"), note);
        messages.success("eligibility.typing.given-back");
        messages.go(address());
    }

    public void discard() {
        typing.discard(actor.get(), getSource().publicId(), parameters.id("waiting:discard"));
        messages.success("eligibility.typing.discarded");
        messages.go(address());
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
