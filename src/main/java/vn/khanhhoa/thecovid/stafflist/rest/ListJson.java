package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.stafflist.StaffListView;

/**
 * A list with its counts.
 *
 * @param busy whether a file is being read or lines are on their way
 */
@JsonbNillable
@JsonbPropertyOrder({"id", "name", "form", "state", "busy", "createdAt", "submittedAt", "rows", "entries", "links"})
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
        Map<String, String> links) {
    static final String PATH = "/api/v1/staff-lists/";

    /** Lines of the draft. */
    @JsonbPropertyOrder({"good", "bad"})
    public record Rows(int good, int bad) {}

    /** Entries by what has become of them. */
    @JsonbPropertyOrder({"waiting", "pending", "returned", "approved", "refused", "withdrawn", "ended", "left"})
    public record Entries(
            int waiting, int pending, int returned, int approved, int refused, int withdrawn, int ended, int left) {}

    static ListJson of(StaffListView list, boolean busy) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", PATH + list.id());
        for (String part : new String[] {
            "form",
            "details",
            "uploads",
            "rows",
            "problems",
            "changes",
            "warnings",
            "submission",
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
                new Rows(list.good(), list.bad()),
                new Entries(
                        list.waiting(),
                        list.pending(),
                        list.returned(),
                        list.approved(),
                        list.refused(),
                        list.takenBack(),
                        list.ended(),
                        list.left()),
                links);
    }
}
