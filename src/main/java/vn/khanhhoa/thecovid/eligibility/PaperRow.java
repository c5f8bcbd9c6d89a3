package vn.khanhhoa.thecovid.eligibility;

import java.util.HashMap;
import java.util.Map;
import vn.khanhhoa.thecovid.person.Identity;

/** A paper as a row of its source would have it: what it tells, of whom, and by which facility. */
final class PaperRow {
    static final String FACILITY = "facility";

    private PaperRow() {}

    /** @param facility its code; empty as long as nobody knows it */
    static Map<String, String> of(Identity person, Map<String, String> cells, String facility) {
        Map<String, String> row = new HashMap<>(cells);
        String[] birth = person.birth().split("-", -1);
        row.put("full_name", person.name());
        row.put("birth_date", birth.length == 3 ? birth[2] + "/" + birth[1] + "/" + birth[0] : person.birth());
        row.put("sex", person.sex());
        row.put("document_kind", person.documentKind());
        row.put("document_number", person.documentNumber());
        row.put("commune", person.commune());
        row.put(FACILITY, facility);
        return row;
    }
}
