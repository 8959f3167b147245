package com.pitstop.chassis.hub;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.TreeMap;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** For an embedded database, which no other process writes to: kept in memory, by the last position seen before each. */
class AppendsInProcess implements RunningAppends {

    private final TreeMap<Long, Integer> runningSince = new TreeMap<>();
    private long lastSeen;

    @Override
    public long readableUpTo(Connection connection) throws SQLException {
        var last = lastPosition(connection);
        synchronized (runningSince) {
            lastSeen = Math.max(lastSeen, last);
            return runningSince.isEmpty() ? last : Math.min(last, runningSince.firstKey());
        }
    }

    @Override
    public void during(Runnable append) {
        var before = begin();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    end(before);
                }
            });
            append.run();
        } else {
            try {
                append.run();
            } finally {
                end(before);
            }
        }
    }

    private static long lastPosition(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select max(global_index) from hub.domain_event_entry");
                var result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private long begin() {
        synchronized (runningSince) {
            runningSince.merge(lastSeen, 1, Integer::sum);
            return lastSeen;
        }
    }

    private void end(long before) {
        synchronized (runningSince) {
            runningSince.computeIfPresent(before, (position, appends) -> appends == 1 ? null : appends - 1);
        }
    }
}
