package vn.khanhhoa.thecovid.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/** The portal can do its job when its database answers and its keys open. */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {
    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource dataSource;

    @Inject
    private DataCipher cipher;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("portal").status(works()).build();
    }

    private boolean works() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(2)
                    && connection
                            .createStatement()
                            .executeQuery("SELECT 1 FROM platform_reference_pack LIMIT 1")
                            .next()
                    && cipher.match("ready", "ready").length > 0;
        } catch (SQLException | IllegalStateException failure) {
            return false;
        }
    }
}
