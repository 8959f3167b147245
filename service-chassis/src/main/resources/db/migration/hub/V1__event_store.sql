create table hub.domain_event_entry (
    global_index         bigint generated always as identity primary key,
    aggregate_identifier varchar(255) not null,
    sequence_number      bigint       not null,
    type                 varchar(255),
    event_identifier     varchar(255) not null,
    payload_type         varchar(255) not null,
    payload_revision     varchar(255),
    payload              bytea        not null,
    meta_data            bytea        not null,
    time_stamp           varchar(255) not null,
    -- What keeps an event from being appended twice. An index on the identifier would guard nothing more.
    constraint domain_event_entry_stream unique (aggregate_identifier, sequence_number)
);

create table hub.snapshot_event_entry (
    aggregate_identifier varchar(255) not null,
    sequence_number      bigint       not null,
    type                 varchar(255) not null,
    event_identifier     varchar(255) not null,
    payload_type         varchar(255) not null,
    payload_revision     varchar(255),
    payload              bytea        not null,
    meta_data            bytea        not null,
    time_stamp           varchar(255) not null,
    primary key (aggregate_identifier, sequence_number)
);
