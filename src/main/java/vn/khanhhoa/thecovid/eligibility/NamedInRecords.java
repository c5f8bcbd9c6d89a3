package vn.khanhhoa.thecovid.eligibility;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.person.NameWords;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;

/**
 * Whether the records that are tied to somebody name them as an entry does. The tie goes by the document; whoever writes another's
 * number beside a name of their own is not whom the records are about.
 */
@UseCase
public class NamedInRecords {
    /** Somebody as an entry names them. @param entryId the caller's own */
    public record Named(long entryId, long personId, String name, int birthYear) {}

    private record Said(long personId, String name, String birth) {}

    @Inject
    private Sql sql;

    /** Ids of those whom a record names so; some hundreds at a time. */
    @Requires(Permission.RUN_JOBS)
    public Set<Long> among(Actor portal, Collection<Named> entries) {
        if (entries.isEmpty()) {
            return Set.of();
        }
        Set<Long> people = entries.stream().map(Named::personId).collect(Collectors.toSet());
        Set<Said> said = new HashSet<>(sql.list(
                "SELECT DISTINCT t.person_id, g.name, LEFT(g.birth, 4) FROM eligibility_tie t JOIN eligibility_given g ON g.id ="
                        + " t.given_id WHERE t.state = 'TIED' AND t.known_to IS NULL AND t.person_id IN ("
                        + Sql.marks(people.size()) + ")",
                row -> new Said(row.getLong(1), NameWords.plain(row.getString(2)), row.getString(3)),
                people.toArray()));
        return entries.stream()
                .filter(each -> said.contains(
                        new Said(each.personId(), NameWords.plain(each.name()), String.valueOf(each.birthYear()))))
                .map(Named::entryId)
                .collect(Collectors.toSet());
    }
}
