package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Organisations;
import vn.khanhhoa.thecovid.stafflist.intake.AllowedValue;
import vn.khanhhoa.thecovid.stafflist.intake.Choice;
import vn.khanhhoa.thecovid.stafflist.intake.ColumnType;
import vn.khanhhoa.thecovid.stafflist.intake.FormColumn;
import vn.khanhhoa.thecovid.stafflist.intake.FormDefinition;
import vn.khanhhoa.thecovid.stafflist.intake.FormerCommune;
import vn.khanhhoa.thecovid.stafflist.intake.ReferenceLists;

/** The form templates as they are stored, and the lists that their columns are checked against. */
@ApplicationScoped
class Forms {
    @Inject
    private Sql sql;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Organisations organisations;

    List<FormDefinition> inForce(LocalDate day) {
        return sql
                .list(
                        "SELECT code, MAX(version) FROM stafflist_form_template WHERE valid_from <= ? GROUP BY code ORDER BY code",
                        row -> version(row.getString(1), row.getInt(2)),
                        day)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<FormDefinition> inForce(String code, LocalDate day) {
        return inForce(day).stream().filter(form -> form.code().equals(code)).findFirst();
    }

    FormDefinition of(StaffList list) {
        return version(list.templateCode(), list.templateVersion()).orElseThrow();
    }

    Optional<FormDefinition> version(String code, int version) {
        List<FormColumn> columns = sql.list(
                "SELECT c.* FROM stafflist_form_column c JOIN stafflist_form_template t ON t.id = c.template_id"
                        + " WHERE t.code = ? AND t.version = ? ORDER BY c.position",
                Forms::column,
                code,
                version);
        return sql.first(
                "SELECT * FROM stafflist_form_template WHERE code = ? AND version = ?",
                row -> new FormDefinition(
                        code,
                        version,
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        row.getObject("valid_from", LocalDate.class),
                        columns),
                code,
                version);
    }

    private static FormColumn column(ResultSet row) throws SQLException {
        String values = text(row.getString("value_list"));
        boolean named = values.startsWith("@");
        return new FormColumn(
                row.getString("column_key"),
                ColumnType.valueOf(row.getString("type")),
                row.getBoolean("required"),
                named || values.isEmpty() ? List.of() : AllowedValue.parse(values),
                named ? values.substring(1) : "",
                row.getString("label_vi"),
                row.getString("label_en"),
                List.of(),
                text(row.getString("note_vi")),
                text(row.getString("note_en")),
                row.getInt("max_length"),
                text(row.getString("default_value")));
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }

    /** Workplaces are answered by their id. */
    ReferenceLists references(long organisationId, LocalDate day) {
        List<Choice> communes =
                catalogue.communes(day).stream().map(Forms::choice).toList();
        List<Choice> workplaces = organisations.workplaces(organisationId).stream()
                .filter(place -> !place.closed())
                .map(place -> Choice.of(String.valueOf(place.id()), place.name()))
                .toList();
        List<Choice> activities = catalogue.activities(day).stream()
                .map(activity -> Choice.of(activity.code(), activity.nameVi()))
                .toList();
        List<FormerCommune> former = catalogue.formerCommunes(day).stream()
                .map(ended -> new FormerCommune(
                        choice(ended.area()),
                        ended.successor().map(Forms::choice).stream().toList()))
                .toList();
        String province = catalogue.areas(day).stream()
                .filter(area -> area.level() == AreaLevel.PROVINCE)
                .map(AreaView::name)
                .findFirst()
                .orElse("");
        return new ReferenceLists(communes, former, province, workplaces, activities);
    }

    private static Choice choice(AreaView area) {
        return new Choice(area.code(), area.name(), within(area.path()));
    }

    /** "Phường X, Thành phố Y" without its first part. */
    private static String within(String path) {
        int comma = path.indexOf(", ");
        return comma < 0 ? "" : path.substring(comma + 2);
    }
}
