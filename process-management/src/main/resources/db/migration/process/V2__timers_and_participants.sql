create table process.due_timer (
    tracking_number uuid                     not null,
    timer_id        varchar                  not null,
    due_at          timestamp with time zone not null,
    primary key (tracking_number, timer_id)
);

create index due_timer_by_due_at on process.due_timer (due_at);

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
