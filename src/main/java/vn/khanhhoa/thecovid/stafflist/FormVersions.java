package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.FormAbout;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormTemplate;
import vn.khanhhoa.thecovid.platform.Sql;

/** The versions of all form templates as they are stored. A draft is written whole: it has some dozens of columns. */
@ApplicationScoped
class FormVersions {
    private static final int STEP = 50;
    private static final String ALL = "1 = 1";

    private record NewColumn(int position, FormColumn column) {}

    @Inject
    private Sql sql;

    /** In order of code and version. */
    List<FormVersion> all() {
        return list(ALL);
    }

    List<FormVersion> of(String code) {
        return list("t.code = ?", code);
    }

    Optional<FormVersion> find(String code, int version) {
        return list("t.code = ? AND t.version = ?", code, version).stream().findFirst();
    }

    /** Of each code the version in force, in order of code. */
    List<FormVersion> inForce(LocalDate day) {
        Map<String, FormVersion> newest = new LinkedHashMap<>();
        list("t.state = 'PUBLISHED' AND t.valid_from <= ?", day).stream()
                .sorted(Comparator.comparing(FormVersion::code)
                        .thenComparing(version -> Objects.requireNonNull(version.validFrom()))
                        .thenComparing(FormVersion::version))
                .forEach(version -> newest.put(version.code(), version));
        return List.copyOf(newest.values());
    }

    /** Of the same, without their columns. */
    List<FormTemplates.Name> names(LocalDate day) {
        Map<String, FormTemplates.Name> newest = new LinkedHashMap<>();
        sql.list(
                        "SELECT code, name_vi, name_en FROM stafflist_form_template WHERE state = 'PUBLISHED' AND valid_from <= ?"
                                + " ORDER BY code, valid_from, version",
                        row -> new FormTemplates.Name(row.getString(1), row.getString(2), row.getString(3)),
                        day)
                .forEach(name -> newest.put(name.code(), name));
        return List.copyOf(newest.values());
    }

    private List<FormVersion> list(String condition, Object... args) {
        Map<Long, List<FormColumn>> columns = new LinkedHashMap<>();
        sql.list(
                        "SELECT c.* FROM stafflist_form_column c JOIN stafflist_form_template t ON t.id = c.template_id"
                                + " WHERE " + condition + " ORDER BY c.template_id, c.position",
                        row -> Map.entry(row.getLong("template_id"), column(row)),
                        args)
                .forEach(entry -> columns.computeIfAbsent(entry.getKey(), unused -> new ArrayList<>())
                        .add(entry.getValue()));
        return sql.list(
                "SELECT t.* FROM stafflist_form_template t WHERE " + condition + " ORDER BY t.code, t.version",
                row -> version(row, columns.getOrDefault(row.getLong("id"), List.of())),
                args);
    }

    private static FormVersion version(ResultSet row, List<FormColumn> columns) throws SQLException {
        return new FormVersion(
                new FormTemplate(
                        row.getString("code"),
                        row.getInt("version"),
                        new FormAbout(
                                row.getString("name_vi"),
                                row.getString("name_en"),
                                text(row.getString("description_vi")),
                                text(row.getString("description_en")),
                                text(row.getString("routing_vi")),
                                text(row.getString("routing_en")),
                                FormAbout.codes(text(row.getString("organisation_types")))),
                        row.getObject("valid_from", LocalDate.class),
                        columns),
                FormState.valueOf(row.getString("state")),
                row.getInt("revision"),
                text(row.getString("editor")),
                Sql.instant(row, "edited_at"),
                text(row.getString("publisher")),
                Sql.instant(row, "published_at"));
    }

    private static FormColumn column(ResultSet row) throws SQLException {
        String values = text(row.getString("value_list"));
        return new FormColumn(
                row.getString("column_key"),
                ColumnType.valueOf(row.getString("type")),
                row.getBoolean("required"),
                FormColumn.values(values),
                FormColumn.valueList(values),
                row.getString("label_vi"),
                row.getString("label_en"),
                FormColumn.aliases(text(row.getString("aliases"))),
                text(row.getString("note_vi")),
                text(row.getString("note_en")),
                row.getInt("max_length"),
                text(row.getString("default_value")),
                FormColumn.Scope.valueOf(row.getString("scope")),
                row.getBoolean("health"),
                row.getBoolean("active"));
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }

    void add(FormTemplate draft, String editor, Instant now) {
        FormAbout about = draft.about();
        long id = sql.ids("stafflist_seq", STEP).next();
        sql.update(
                "INSERT INTO stafflist_form_template (id, code, version, name_vi, name_en, valid_from, state,"
                        + " description_vi, description_en, routing_vi, routing_en, organisation_types, edited_at, editor)"
                        + " VALUES (?, ?, ?, ?, ?, NULL, 'DRAFT', ?, ?, ?, ?, ?, ?, ?)",
                id,
                draft.code(),
                draft.version(),
                about.nameVi(),
                about.nameEn(),
                about.descriptionVi(),
                about.descriptionEn(),
                about.routingVi(),
                about.routingEn(),
                String.join(" ", about.organisationTypes()),
                now,
                editor);
        addColumns(id, draft.columns());
    }

    /** @throws OptimisticLockException where somebody changed or published the draft since that revision was read */
    void change(FormTemplate draft, int revision, String editor, Instant now) {
        FormAbout about = draft.about();
        requireOne(sql.update(
                "UPDATE stafflist_form_template SET name_vi = ?, name_en = ?, description_vi = ?, description_en = ?,"
                        + " routing_vi = ?, routing_en = ?, organisation_types = ?, edited_at = ?, editor = ?,"
                        + " revision = revision + 1 WHERE code = ? AND version = ? AND state = 'DRAFT' AND revision = ?",
                about.nameVi(),
                about.nameEn(),
                about.descriptionVi(),
                about.descriptionEn(),
                about.routingVi(),
                about.routingEn(),
                String.join(" ", about.organisationTypes()),
                now,
                editor,
                draft.code(),
                draft.version(),
                revision));
        long id = id(draft);
        sql.update("DELETE FROM stafflist_form_column WHERE template_id = ?", id);
        addColumns(id, draft.columns());
    }

    void publish(FormTemplate draft, int revision, LocalDate from, String publisher, Instant now) {
        requireOne(sql.update(
                "UPDATE stafflist_form_template SET state = 'PUBLISHED', valid_from = ?, published_at = ?, publisher = ?,"
                        + " revision = revision + 1 WHERE code = ? AND version = ? AND state = 'DRAFT' AND revision = ?",
                from,
                now,
                publisher,
                draft.code(),
                draft.version(),
                revision));
    }

    void takeBack(FormVersion coming) {
        requireOne(sql.update(
                "UPDATE stafflist_form_template SET state = 'DRAFT', valid_from = NULL, published_at = NULL, publisher ="
                        + " NULL, revision = revision + 1 WHERE code = ? AND version = ? AND state = 'PUBLISHED' AND revision ="
                        + " ?",
                coming.code(),
                coming.version(),
                coming.revision()));
    }

    void discard(FormTemplate draft, int revision) {
        long id = id(draft);
        sql.update(
                "DELETE c FROM stafflist_form_column c JOIN stafflist_form_template t ON t.id = c.template_id"
                        + " WHERE t.id = ? AND t.state = 'DRAFT' AND t.revision = ?",
                id,
                revision);
        requireOne(sql.update(
                "DELETE FROM stafflist_form_template WHERE id = ? AND state = 'DRAFT' AND revision = ?", id, revision));
    }

    private static void requireOne(int changed) {
        if (changed != 1) {
            throw new OptimisticLockException("the draft was changed meanwhile");
        }
    }

    private long id(FormTemplate draft) {
        return sql.first(
                        "SELECT id FROM stafflist_form_template WHERE code = ? AND version = ?",
                        row -> row.getLong(1),
                        draft.code(),
                        draft.version())
                .orElseThrow(() -> new OptimisticLockException("the draft was discarded meanwhile"));
    }

    private void addColumns(long templateId, List<FormColumn> columns) {
        List<NewColumn> numbered = new ArrayList<>();
        columns.forEach(column -> numbered.add(new NewColumn(numbered.size() + 1, column)));
        Iterator<Long> ids = sql.ids("stafflist_seq", STEP);
        sql.batch(
                "INSERT INTO stafflist_form_column (id, template_id, position, column_key, type, required, value_list,"
                        + " label_vi, label_en, aliases, note_vi, note_en, max_length, default_value, scope, health, active)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                numbered,
                (statement, each) -> {
                    FormColumn column = each.column();
                    statement.setLong(1, ids.next());
                    statement.setLong(2, templateId);
                    statement.setInt(3, each.position());
                    statement.setString(4, column.key());
                    statement.setString(5, column.type().name());
                    statement.setBoolean(6, column.required());
                    statement.setString(7, column.valuesText());
                    statement.setString(8, column.labelVi());
                    statement.setString(9, column.labelEn());
                    statement.setString(10, String.join("|", column.aliases()));
                    statement.setString(11, column.noteVi());
                    statement.setString(12, column.noteEn());
                    statement.setInt(13, column.maxLength());
                    statement.setString(14, column.defaultValue());
                    statement.setString(15, column.scope().name());
                    statement.setBoolean(16, column.health());
                    statement.setBoolean(17, column.active());
                });
    }
}
