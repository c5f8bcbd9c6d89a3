package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.shared.Period;

/** The ground for a card. */
public record ApprovedEntry(
        long entryId,
        long personId,
        long organisationId,
        long agencyId,
        long listId,
        String name,
        int birthYear,
        String workplace,
        List<String> activities,
        Period validity) {}
