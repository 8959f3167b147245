create index timer_by_time on process.timer (settled, due_at);

create table process.participant (
    name             varchar not null primary key,
    failures         integer not null,
    successes        integer not null,
    left_alone_until timestamp with time zone
);

create table process.open_request (
    step_key    varchar not null primary key,
    participant varchar not null
);

create table process.expectation (
    tracking_number uuid    not null,
    signal          varchar not null,
    subject         varchar not null,
    primary key (tracking_number, signal, subject)
);

create index expectation_by_subject on process.expectation (subject);
