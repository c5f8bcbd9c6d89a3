package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.intake.FormAbout;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDifference;
import vn.khanhhoa.thecovid.intake.FormFiles;
import vn.khanhhoa.thecovid.intake.FormRules;
import vn.khanhhoa.thecovid.intake.FormTemplate;
import vn.khanhhoa.thecovid.intake.TemplateWorkbook;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * An administrator edits form templates: a draft from any version, then published from a day on. A draft can be published
 * at any time, because each change leaves it a form that entries can be made by, or is refused.
 */
@UseCase
public class FormAdministration {
    @Inject
    private FormVersions versions;

    @Inject
    private Forms forms;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** In order of code. */
    @Requires(Permission.ADMINISTER)
    public List<FormOverview> overview(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        Map<String, FormVersion> current =
                versions.inForce(today).stream().collect(Collectors.toMap(FormVersion::code, version -> version));
        Map<String, List<FormVersion>> byCode = versions.all().stream()
                .collect(Collectors.groupingBy(FormVersion::code, TreeMap::new, Collectors.toList()));
        List<FormOverview> overview = new ArrayList<>();
        byCode.forEach((code, all) -> overview.add(new FormOverview(
                code,
                current.get(code),
                all.stream()
                        .filter(version -> !version.isDraft() && !version.hasBegunOn(today))
                        .sorted(Comparator.comparing(version -> Objects.requireNonNull(version.validFrom())))
                        .toList(),
                all.stream().filter(FormVersion::isDraft).findFirst().orElse(null))));
        return overview;
    }

    /** The newest first. */
    @Requires(Permission.ADMINISTER)
    public List<FormVersion> versions(Actor actor, String code) {
        List<FormVersion> found = new ArrayList<>(versions.of(code));
        if (found.isEmpty()) {
            throw new NotFound();
        }
        found.sort(Comparator.comparing(FormVersion::version).reversed());
        return found;
    }

    @Requires(Permission.ADMINISTER)
    public FormVersion version(Actor actor, String code, int version) {
        return find(code, version);
    }

    /** Which one lists of today begin with. */
    @Requires(Permission.ADMINISTER)
    public Optional<FormVersion> inForce(Actor actor, String code) {
        return forms.inForce(code, LocalDate.now(clock));
    }

    /** A draft that is at first the same as the given version. Returns its version. */
    @Requires(Permission.ADMINISTER)
    public int beginDraft(Actor actor, String code, int from) {
        FormTemplate model = find(code, from).template();
        return add(actor, code, model.about(), model.columns(), Map.of("from", String.valueOf(from)));
    }

    private int add(Actor actor, String code, FormAbout about, List<FormColumn> columns, Map<String, String> details) {
        List<FormVersion> known = versions.of(code);
        if (known.stream().anyMatch(FormVersion::isDraft)) {
            throw new RuleViolation("forms.draft-exists", code);
        }
        int number = known.stream().mapToInt(FormVersion::version).max().orElse(0) + 1;
        FormTemplate draft = new FormTemplate(code, number, about, null, columns);
        FormRules.check(draft);
        versions.add(draft, actor.name(), clock.instant());
        trail.fire(new FormChanged(actor.accountId(), "form.draft-begun", code, number, details));
        return number;
    }

    @Requires(Permission.ADMINISTER)
    public void saveAbout(Actor actor, String code, int version, int revision, FormAbout about) {
        change(actor, draft(code, version).with(about), revision, Map.of("changed", "about"));
    }

    /**
     * @param replaced key of the column that it takes the place of; empty for a new one
     * @param after key of the column that it stands behind; empty for the first place
     */
    @Requires(Permission.ADMINISTER)
    public void saveColumn(
            Actor actor, String code, int version, int revision, String replaced, FormColumn column, String after) {
        change(actor, with(draft(code, version), replaced, column, after), revision, Map.of("column", column.key()));
    }

    /** All that would be wrong with the draft then, and so keep the column from being saved. */
    @Requires(Permission.ADMINISTER)
    public List<RuleViolation> problems(
            Actor actor, String code, int version, String replaced, FormColumn column, String after) {
        return FormRules.problems(with(draft(code, version), replaced, column, after));
    }

    private static FormTemplate with(FormTemplate draft, String replaced, FormColumn column, String after) {
        List<FormColumn> columns = new ArrayList<>(draft.columns());
        columns.removeIf(known -> known.key().equals(replaced));
        int at = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(after)) {
                at = i + 1;
            }
        }
        columns.add(at, column);
        return draft.with(columns);
    }

    @Requires(Permission.ADMINISTER)
    public void removeColumn(Actor actor, String code, int version, int revision, String key) {
        FormTemplate draft = draft(code, version);
        change(
                actor,
                draft.with(draft.columns().stream()
                        .filter(column -> !column.key().equals(key))
                        .toList()),
                revision,
                Map.of("removed", key));
    }

    private void change(Actor actor, FormTemplate draft, int revision, Map<String, String> details) {
        FormRules.check(draft);
        versions.change(draft, revision, actor.name(), clock.instant());
        trail.fire(new FormChanged(actor.accountId(), "form.changed", draft.code(), draft.version(), details));
    }

    /** From that day on lists begin with it; those begun before stay with their version. */
    @Requires(Permission.ADMINISTER)
    public void publish(Actor actor, String code, int version, int revision, LocalDate from) {
        if (from.isBefore(LocalDate.now(clock))) {
            throw new RuleViolation("forms.from-past");
        }
        FormTemplate draft = draft(code, version);
        FormRules.check(draft);
        forms.inForce(code, from)
                .map(FormVersion::template)
                .filter(draft::saysTheSame)
                .ifPresent(same -> {
                    throw new RuleViolation("forms.nothing-changed", same.version());
                });
        versions.publish(draft, revision, from, actor.name(), clock.instant());
        trail.fire(
                new FormChanged(actor.accountId(), "form.published", code, version, Map.of("from", from.toString())));
    }

    /** A version whose first day has not come is a draft again: no list was begun with it. */
    @Requires(Permission.ADMINISTER)
    public void takeBack(Actor actor, String code, int version) {
        FormVersion found = find(code, version);
        if (!found.isComing(LocalDate.now(clock))) {
            throw new RuleViolation("forms.begun");
        }
        if (versions.of(code).stream().anyMatch(FormVersion::isDraft)) {
            throw new RuleViolation("forms.draft-exists", code);
        }
        versions.takeBack(found);
        trail.fire(new FormChanged(actor.accountId(), "form.taken-back", code, version, Map.of()));
    }

    @Requires(Permission.ADMINISTER)
    public void discard(Actor actor, String code, int version, int revision) {
        versions.discard(draft(code, version), revision);
        trail.fire(new FormChanged(actor.accountId(), "form.draft-discarded", code, version, Map.of()));
    }

    /** What the version changes of the one that is in force on a day; empty for the first and for that one itself. */
    @Requires(Permission.ADMINISTER)
    public List<FormDifference> comparison(Actor actor, String code, int version, LocalDate day) {
        FormTemplate template = find(code, version).template();
        return forms.inForce(code, day)
                .map(current -> FormDifference.between(current.template(), template))
                .orElse(List.of());
    }

    /** The {@code .xlsx} as it is or would be, without the workplaces that only an organisation has. */
    @Requires(Permission.ADMINISTER)
    public byte[] workbook(Actor actor, String code, int version) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new TemplateWorkbook(find(code, version).template().definition(), forms.references(0, LocalDate.now(clock)))
                    .write(out);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    /** The line of {@code form_template.csv} of a reference pack. */
    @Requires(Permission.ADMINISTER)
    public String templateFile(Actor actor, String code, int version) {
        return FormFiles.templates(List.of(find(code, version).template()));
    }

    /** The lines of {@code form_column.csv} of a reference pack. */
    @Requires(Permission.ADMINISTER)
    public String columnFile(Actor actor, String code, int version) {
        return FormFiles.columns(List.of(find(code, version).template()));
    }

    /**
     * Drafts of what such files hold.
     *
     * @param templates may be empty where all templates are known here
     * @return the forms that have a draft now
     */
    @Requires(Permission.ADMINISTER)
    public List<String> importFiles(Actor actor, String templates, String columns) {
        ImportedForms imported = ImportedForms.read(templates, columns);
        List<String> codes = new ArrayList<>();
        imported.columns().forEach((code, ofForm) -> {
            FormAbout about = imported.about(code)
                    .or(() -> versions.of(code).stream()
                            .reduce((older, newer) -> newer)
                            .map(known -> known.template().about()))
                    .orElseThrow(() -> new RuleViolation("forms.import-unknown", code));
            add(actor, code, about, ofForm, Map.of("from", "file"));
            codes.add(code);
        });
        return codes;
    }

    private FormTemplate draft(String code, int version) {
        FormVersion found = find(code, version);
        if (!found.isDraft()) {
            throw new RuleViolation("forms.published-fixed");
        }
        return found.template();
    }

    private FormVersion find(String code, int version) {
        return versions.find(code, version).orElseThrow(NotFound::new);
    }
}
