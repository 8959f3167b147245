package com.pitstop.chassis.hub;

import java.sql.Connection;
import java.sql.SQLException;

/** PostgreSQL knows them itself, whoever appends: a trigger announces each, and its end is the end of the announcement. */
class AppendsOnServer implements RunningAppends {

    @Override
    public long readableUpTo(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select hub.readable_up_to()");
                var result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void during(Runnable append) {
        append.run();
    }
}
