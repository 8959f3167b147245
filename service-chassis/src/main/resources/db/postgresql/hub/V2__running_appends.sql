-- Readers must not pass a position whose transaction is still under way. So every transaction that appends holds, from
-- before it draws a position until it has ended however that may be, an advisory lock that says after which position
-- its own ones come. Nobody ever waits for such a lock; it is there to be seen in pg_locks. See docs/adr.

-- The position drawn last, whoever drew it and whatever became of it.
create function hub.last_position() returns bigint language sql volatile as $$
    select case when is_called then last_value else last_value - 1 end
    from hub.domain_event_entry_global_index_seq
$$;

-- Before the statement draws its positions, once per transaction. Locks have 64 bits: 16 for whose, 48 for the position.
create function hub.announce_append() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('hub.appending', true), '') = '' then
        perform pg_advisory_xact_lock_shared((20599::bigint << 48) | hub.last_position());
        perform set_config('hub.appending', 'yes', true);
    end if;
    return null;
end $$;

create trigger announce_append before insert on hub.domain_event_entry
    for each statement execute function hub.announce_append();

-- First the last position, then the appends that run: one that began in between draws later positions. Whatever was
-- drawn up to the answer is committed or gone, and statements that follow see it.
create function hub.readable_up_to() returns bigint language plpgsql volatile as $$
declare
    last bigint;
    running bigint;
begin
    last := hub.last_position();
    select min((classid::bigint & 65535) << 32 | objid::bigint) into running
    from pg_locks
    where locktype = 'advisory' and objsubid = 1 and classid::bigint >> 16 = 20599
      and database = (select oid from pg_database where datname = current_database());
    return least(last, running);
end $$;
