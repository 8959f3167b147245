-- Texts have no limits here: what is an event already must find its place.
create table audit.entry (
    number         bigint                      not null primary key,
    event_id       varchar                     not null,
    recorded_at    timestamp(3) with time zone not null,
    kind           varchar                     not null,
    what           varchar                     not null,
    command        varchar                     not null,
    subject        varchar                     not null,
    acting_user    varchar                     not null,
    correlation_id varchar                     not null,
    causation_id   varchar                     not null,
    rule           varchar                     not null,
    payload        varchar                     not null,
    previous_hash  varchar(64)                 not null,
    hash           varchar(64)                 not null
);

create index entry_subject_of_event on audit.entry (subject, number);
create index entry_acting_user on audit.entry (acting_user, number);
create index entry_recorded_at on audit.entry (recorded_at);

-- Whose timelines an entry belongs to.
create table audit.entry_subject (
    kind   varchar not null,
    id     varchar not null,
    number bigint  not null,
    primary key (kind, id, number)
);

-- The end of the chain, kept apart: one row, in step with the entries.
create table audit.chain_head (
    id       int         not null primary key,
    number   bigint      not null,
    hash     varchar(64) not null,
    -- of the last event in the chain, as the event store counts: an event up to there is in the chain already
    position bigint      not null
);
