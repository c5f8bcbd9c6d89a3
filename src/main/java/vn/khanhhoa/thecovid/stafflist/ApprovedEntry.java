package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.shared.Period;

/**
 * The ground for a card.
 *
 * @param toldAgencyId the agency that applicants are told of, and so that the card names: not always the one that decided
 * @param amendsId the entry whose card this one's takes the place of, 0 for none
 */
public record ApprovedEntry(
        long entryId,
        long amendsId,
        long personId,
        long organisationId,
        long agencyId,
        long toldAgencyId,
        long listId,
        String name,
        int birthYear,
        String workplace,
        List<String> activities,
        Period validity) {}
