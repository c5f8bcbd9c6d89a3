package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;

/** Takes staged rows into the draft, which the caller holds. */
@ApplicationScoped
class Taking {
    @Inject
    private Staging staging;

    @Inject
    private DraftRows rows;

    @Inject
    private DraftChanges changes;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    void take(Upload upload, boolean removeMissing, Actor actor) {
        long listId = upload.listId();
        DraftChanges.Change change = changes.begin(listId, ChangeKind.UPLOAD, upload.fileName(), actor);
        List<Long> gone = new ArrayList<>(lines(Staging.SUPERSEDED, upload));
        if (removeMissing) {
            gone.addAll(lines(Staging.MISSING, upload));
        }
        List<Long> touched = new ArrayList<>(gone);
        touched.addAll(sql.list(
                "SELECT row_id FROM stafflist_staged WHERE upload_id = ? AND effect = 'CHANGED'",
                row -> row.getLong(1),
                upload.id()));
        changes.hold(touched);
        InParts.of(gone, some -> changes.part(change, DraftEdit.removing(rows.byId(some))));
        changes.keepStaged(change, upload.id());
        letGoOfKeys(upload);
        String wanted = " AND s.effect IN ('ADDED', 'CHANGED')";
        List<Staging.Staged> part = staging.part(upload.id(), wanted, 0);
        while (!part.isEmpty()) {
            take(change, part);
            part = staging.part(upload.id(), wanted, part.get(part.size() - 1).id());
        }
        staging.forget(upload.id());
        boolean changed = changes.end(change);
        upload.taken(changed ? change.id() : 0, changes.revision(listId), clock.instant());
    }

    private List<Long> lines(String which, Upload upload) {
        return sql.list(
                "SELECT r.id" + which + " ORDER BY r.id",
                row -> row.getLong(1),
                upload.listId(),
                upload.id(),
                upload.id());
    }

    /** Lines may have changed their documents with each other. */
    private void letGoOfKeys(Upload upload) {
        sql.update(
                "UPDATE stafflist_row r JOIN stafflist_staged s ON s.row_id = r.id SET r.row_key = UNHEX(SHA2(r.public_id,"
                        + " 256)) WHERE s.upload_id = ? AND s.effect = 'CHANGED' AND r.row_key <> s.row_key",
                upload.id());
    }

    private void take(DraftChanges.Change change, List<Staging.Staged> part) {
        Map<Long, DraftRow> stored =
                rows
                        .byId(part.stream()
                                .map(each -> each.row().id())
                                .filter(id -> id != 0)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(DraftRow::id, Function.identity()));
        changes.part(
                change,
                new DraftEdit(
                        part.stream()
                                .filter(each -> each.effect() == StagedEffect.CHANGED)
                                .map(each -> each.row()
                                        .inPlaceOf(Objects.requireNonNull(
                                                stored.get(each.row().id()))))
                                .toList(),
                        part.stream()
                                .filter(each -> each.effect() == StagedEffect.ADDED)
                                .map(Staging.Staged::row)
                                .toList(),
                        List.of(),
                        null));
    }
}
