package vn.khanhhoa.thecovid.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.audit.chain.ChainFault;
import vn.khanhhoa.thecovid.audit.chain.StoredChain;
import vn.khanhhoa.thecovid.platform.jobs.Job;

/** Walks the chain from its first link. A job that is killed begins again: a check changes nothing. */
@ApplicationScoped
class TrailCheckJob implements Job {
    static final String NAME = "audit.check";
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(10);

    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource plain;

    @Inject
    private SealingKeys keys;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long id = Long.parseLong(argument);
        try (Connection connection = plain.getConnection()) {
            Optional<ChainFault> fault = new StoredChain(connection)
                    .check(keys.trusted(), clock.instant().minus(SEALED_WITHIN), seals -> tell(connection, id, seals));
            end(connection, id, fault);
        } catch (SQLException failure) {
            throw new IllegalStateException("the trail cannot be checked", failure);
        }
    }

    private static void tell(Connection connection, long id, long seals) {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE audit_check SET checked = ? WHERE id = ?")) {
            update.setLong(1, seals);
            update.setLong(2, id);
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("how far the check is cannot be told", failure);
        }
    }

    private void end(Connection connection, long id, Optional<ChainFault> fault) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE audit_check SET finished_at = ?, fault = ?,"
                + " seal_number = ?, record_id = ? WHERE id = ?")) {
            @Nullable ChainFault found = fault.orElse(null);
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setString(2, found == null ? null : found.kind().name());
            update.setLong(3, found == null ? 0 : found.sealNumber());
            update.setLong(4, found == null ? 0 : found.recordId());
            update.setLong(5, id);
            update.executeUpdate();
        }
    }
}
