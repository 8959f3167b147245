package com.pitstop.audit.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import com.pitstop.audit.chain.Chain;
import com.pitstop.audit.chain.Entry;
import com.pitstop.audit.chain.Fact;
import com.pitstop.audit.chain.Head;

/** The chain straight from its tables, some entries at a time. */
@Component
class StoredChain implements Chain {

    private static final int AT_A_TIME = 500;

    private final JdbcTemplate database;

    StoredChain(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public Head head() {
        return database
                .query(
                        "select number, hash from audit.chain_head",
                        (row, index) -> new Head(row.getLong("number"), row.getString("hash")))
                .stream()
                .findFirst()
                .orElse(Head.NONE);
    }

    @Override
    public Stream<Entry> entries() {
        return Stream.iterate(
                        after(Long.MIN_VALUE),
                        page -> !page.isEmpty(),
                        page -> after(page.get(page.size() - 1).number()))
                .flatMap(List::stream);
    }

    @Override
    public List<Entry> quoting(String hash) {
        return database.query("select * from audit.entry where previous_hash = ?", StoredChain::entry, hash);
    }

    private List<Entry> after(long number) {
        return database.query(
                "select * from audit.entry where number > ? order by number limit ?",
                StoredChain::entry,
                number,
                AT_A_TIME);
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        var fact = new Fact(
                row.getString("event_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("what"),
                row.getString("command"),
                row.getString("subject"),
                row.getString("acting_user"),
                row.getString("correlation_id"),
                row.getString("causation_id"),
                row.getString("rule"),
                row.getString("payload"));
        return new Entry(row.getLong("number"), fact, row.getString("previous_hash"), row.getString("hash"));
    }
}
