package vn.khanhhoa.thecovid.access;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;

/** Who is behind accounts, for jobs that write to them: only those who can sign in. */
@UseCase
public class AccountHolders {
    /** Somebody with an account. */
    public record Holder(long accountId, String email, Role role) {
        @Override
        public String toString() {
            return "Holder[" + accountId + "]";
        }
    }

    private static final String ACTIVE = "SELECT id, email, role FROM access_account WHERE state = 'ACTIVE' AND ";

    @Inject
    private Sql sql;

    /** Programs, and accounts that are not in use, are left out. */
    @Requires(Permission.RUN_JOBS)
    public List<Holder> active(Actor portal, Collection<Long> accountIds) {
        return accountIds.isEmpty()
                ? List.of()
                : sql.list(
                        ACTIVE + "id IN (" + Sql.marks(accountIds.size()) + ") ORDER BY id",
                        AccountHolders::holder,
                        accountIds.toArray());
    }

    @Requires(Permission.RUN_JOBS)
    public List<Holder> ofOrganisation(Actor portal, long organisationId) {
        return sql.list(ACTIVE + "organisation_id = ? ORDER BY id", AccountHolders::holder, organisationId);
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(row.getLong(1), row.getString(2), Role.valueOf(row.getString(3)));
    }
}
