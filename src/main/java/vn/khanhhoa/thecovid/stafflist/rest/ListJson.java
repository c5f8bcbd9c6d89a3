package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.stafflist.StaffListView;

/**
 * A list with its counts.
 *
 * @param busy whether a file is being read or lines are on their way
 * @param warnings none as long as it is busy
 * @param stopped the incident that ended the last submission before all its lines were entries; null where none did
 */
@JsonbNillable
@JsonbPropertyOrder({
    "id",
    "name",
    "form",
    "state",
    "busy",
    "createdAt",
    "submittedAt",
    "rows",
    "entries",
    "warnings",
    "stopped",
    "links"
})
public record ListJson(
        String id,
        String name,
        String form,
        String state,
        boolean busy,
        Instant createdAt,
        @Nullable Instant submittedAt,
        Rows rows,
        Entries entries,
        List<WarningJson> warnings,
        @Nullable String stopped,
        Map<String, String> links) {
    static final String PATH = "/api/v1/staff-lists/";

    /** Lines of the draft: ready to be sent, to be mended, on their way. */
    @JsonbPropertyOrder({"good", "bad", "sending"})
    public record Rows(int good, int bad, int sending) {}

    /** Entries by what has become of them. */
    @JsonbPropertyOrder({"waiting", "pending", "returned", "approved", "refused", "withdrawn", "ended", "left"})
    public record Entries(
            int waiting, int pending, int returned, int approved, int refused, int withdrawn, int ended, int left) {}

    /** Of which a file is being read, or lines are on their way. */
    static ListJson busy(StaffListView list) {
        return of(list, true, List.of(), null);
    }

    static ListJson of(StaffListView list, List<WarningJson> warnings) {
        return of(list, false, warnings, null);
    }

    /** @param stopped the incident that ended the last submission, if one did */
    static ListJson of(StaffListView list, List<WarningJson> warnings, Optional<String> stopped) {
        return of(list, false, warnings, stopped.orElse(null));
    }

    private static ListJson of(StaffListView list, boolean busy, List<WarningJson> warnings, @Nullable String stopped) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", PATH + list.id());
        for (String part : new String[] {
            "form",
            "details",
            "uploads",
            "rows",
            "problems",
            "changes",
            "submission",
            "submissions",
            "entries",
            "agencies",
            "cards"
        }) {
            links.put(part, PATH + list.id() + "/" + part);
        }
        return new ListJson(
                list.id().toString(),
                list.name(),
                list.templateCode(),
                list.state(),
                busy,
                list.createdAt(),
                list.submittedAt(),
                new Rows(list.good(), list.bad(), list.sending()),
                new Entries(
                        list.waiting(),
                        list.pending(),
                        list.returned(),
                        list.approved(),
                        list.refused(),
                        list.takenBack(),
                        list.ended(),
                        list.left()),
                warnings,
                stopped,
                links);
    }
}
