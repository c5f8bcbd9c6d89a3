package vn.khanhhoa.thecovid.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.audit.chain.ChainFault;
import vn.khanhhoa.thecovid.audit.chain.Seal;
import vn.khanhhoa.thecovid.audit.chain.StoredChain;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Walks the chain from its first link, in parts: a job that gave its thread back, or was killed, goes on where it was. */
@ApplicationScoped
class TrailCheckJob implements Job {
    static final String NAME = "audit.check";
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(10);

    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource plain;

    @Inject
    private SealingKeys keys;

    @Inject
    private Jobs jobs;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        if (Turn.of(() -> step(Long.parseLong(argument)))) {
            jobs.enqueue(NAME, argument);
        }
    }

    private boolean step(long id) {
        try (Connection connection = plain.getConnection()) {
            Optional<Seal> reached = reached(connection, id);
            if (reached.isEmpty()) {
                return false;
            }
            StoredChain.Part part = new StoredChain(connection)
                    .part(keys.trusted(), reached.get(), clock.instant().minus(SEALED_WITHIN));
            tell(connection, id, part.reached());
            if (!part.more()) {
                end(connection, id, part.fault());
            }
            return part.more();
        } catch (SQLException failure) {
            throw new IllegalStateException("the trail cannot be checked", failure);
        }
    }

    /** Where a check is that is not over. */
    private static Optional<Seal> reached(Connection connection, long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT checked, checked_hash FROM audit_check WHERE id = ? AND finished_at IS NULL")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                byte[] hash = row.getBytes(2);
                return Optional.of(hash == null ? Seal.start() : new Seal(row.getLong(1), hash));
            }
        }
    }

    private static void tell(Connection connection, long id, Seal reached) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE audit_check SET checked = ?, checked_hash = ? WHERE id = ?")) {
            update.setLong(1, reached.number());
            update.setBytes(2, reached.hash());
            update.setLong(3, id);
            update.executeUpdate();
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
