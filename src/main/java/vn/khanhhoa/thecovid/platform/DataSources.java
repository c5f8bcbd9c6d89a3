package vn.khanhhoa.thecovid.platform;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import java.sql.Connection;

/**
 * The two ways to the database: one inside transactions, one outside of them for polling, for probes and for what must
 * stand even when the caller's work rolls back. Address and account come from the environment.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/portal",
        className = "org.mariadb.jdbc.MariaDbDataSource",
        url = "${MPCONFIG=portal.db.url}",
        user = "${MPCONFIG=portal.db.user}",
        password = "${MPCONFIG=portal.db.password}",
        // A lock is taken before what it guards is read: the reading must see what the last holder committed.
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        initialPoolSize = 4,
        minPoolSize = 4,
        maxPoolSize = 40,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=auto-commit",
            "fish.payara.validate-atmost-once-period-in-seconds=10"
        })
@DataSourceDefinition(
        name = "java:app/jdbc/portalPlain",
        className = "org.mariadb.jdbc.MariaDbDataSource",
        url = "${MPCONFIG=portal.db.url}",
        user = "${MPCONFIG=portal.db.user}",
        password = "${MPCONFIG=portal.db.password}",
        transactional = false,
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 10,
        properties = {
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=auto-commit"
        })
@Singleton
class DataSources {}
