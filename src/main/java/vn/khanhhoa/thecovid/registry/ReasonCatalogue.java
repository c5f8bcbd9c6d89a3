package vn.khanhhoa.thecovid.registry;

import jakarta.inject.Inject;
import java.util.List;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;

/** Why an entry or a registration is refused or returned. */
@UseCase
public class ReasonCatalogue {
    @Inject
    private Sql sql;

    /** In the order in which they are shown. */
    @Requires(Permission.ANYONE)
    public List<ReasonText> all() {
        return sql.list(
                "SELECT code, outcomes, name_vi, name_en, text_vi, text_en FROM registry_reason ORDER BY position",
                row -> new ReasonText(
                        row.getString(1),
                        List.of(row.getString(2).split(" ", -1)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }
}
