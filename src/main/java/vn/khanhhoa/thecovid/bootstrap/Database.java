package vn.khanhhoa.thecovid.bootstrap;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the tables are, and the two accounts: the owner who may change them and the portal that works with them. */
record Database(String url, Credentials portal, Credentials owner) {
    Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url, owner.user(), owner.password());
    }
}
