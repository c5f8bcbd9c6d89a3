package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/** An entry as its organisation or its agency sees it; numbers of documents and phones are masked. */
public record EntryView(
        long entryId,
        PublicId id,
        long listId,
        PublicId listPublicId,
        String listName,
        String templateCode,
        long organisationId,
        long agencyId,
        long ruleId,
        long personId,
        EntryState state,
        String name,
        String workplace,
        List<String> activities,
        LocalDate validFrom,
        LocalDate validTo,
        long submittedBy,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        String reasonCode,
        String reasonText,
        int version,
        int line,
        List<Cell> cells,
        List<Cell> details) {
    /**
     * One cell of the line as it was submitted, or what the form asked once for the whole list.
     *
     * @param selfDeclared about the person's health: to be shown as such, and no fact
     */
    public record Cell(String key, String labelVi, String labelEn, String text, boolean selfDeclared) {}
}
