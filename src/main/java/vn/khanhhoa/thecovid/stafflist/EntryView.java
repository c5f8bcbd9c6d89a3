package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * An entry as its organisation or its agency sees it; numbers of documents and phones are masked.
 *
 * @param reasonCode as it may leave the agency, as is reasonText; what was really said stays in the history of the review
 * @param toldAgencyId the agency that applicants are told of: not always the one that has it
 * @param reopened whether it was decided before it is decided now
 * @param amendedId the approved entry that it amends, if it does
 * @param validFrom of a leave, the day from which the person does not work there
 */
public record EntryView(
        long entryId,
        PublicId id,
        long listId,
        PublicId listPublicId,
        String listName,
        String templateCode,
        long organisationId,
        long agencyId,
        long toldAgencyId,
        long ruleId,
        long personId,
        EntryKind kind,
        @Nullable PublicId amendedId,
        EntryState state,
        boolean reopened,
        String name,
        int birthYear,
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
     * One cell of the line as it was submitted, or what the form asked once for the whole list, in the words of either
     * language.
     *
     * @param selfDeclared about the person's health: to be shown as such, and no fact
     */
    public record Cell(String key, String labelVi, String labelEn, String text, String textEn, boolean selfDeclared) {}

    EntryView with(List<Cell> words, List<Cell> answers) {
        return new EntryView(
                entryId,
                id,
                listId,
                listPublicId,
                listName,
                templateCode,
                organisationId,
                agencyId,
                toldAgencyId,
                ruleId,
                personId,
                kind,
                amendedId,
                state,
                reopened,
                name,
                birthYear,
                workplace,
                activities,
                validFrom,
                validTo,
                submittedBy,
                submittedAt,
                decidedAt,
                reasonCode,
                reasonText,
                version,
                line,
                words,
                answers);
    }

    /** Where it stands, in a word for its organisation. */
    public EntryWord word() {
        return EntryWord.of(state, reopened);
    }

    /** Approved, and neither amended nor left since. */
    public boolean isInForce() {
        return state == EntryState.APPROVED && kind != EntryKind.LEAVE;
    }
}
