-- Texts have no limits here: what is an event already must find its place.
create table process.slip (
    tracking_number uuid                        not null primary key,
    process         varchar                     not null,
    process_version int                         not null,
    state           varchar(20)                 not null,
    -- as in the variables, null where there is none
    customer_id     varchar,
    license_number  varchar,
    started_at      timestamp(6) with time zone not null,
    ended_at        timestamp(6) with time zone,
    -- JSON: a map of plain values
    variables       varchar                     not null,
    -- JSON: what each open step is doing
    open_steps      varchar                     not null,
    paused          boolean                     not null,
    -- NONE, RUNNING or FAILED
    undoing         varchar(10)                 not null,
    reason          varchar                     not null,
    correlation_id  varchar                     not null,
    version         bigint                      not null
);

create index slip_by_time on process.slip (started_at, tracking_number);
create index slip_by_state on process.slip (state, started_at);
create index slip_by_process on process.slip (process, started_at);
create index slip_by_customer on process.slip (customer_id);
create index slip_by_license_number on process.slip (license_number);

create table process.step (
    tracking_number uuid         not null,
    name            varchar(120) not null,
    position        int          not null,
    stage           int          not null,
    state           varchar(20)  not null,
    participant     varchar      not null,
    activity        varchar      not null,
    undoable        boolean      not null,
    pivot           boolean      not null,
    started_at      timestamp(6) with time zone,
    asked_at        timestamp(6) with time zone,
    ended_at        timestamp(6) with time zone,
    -- ascends in the order of completion
    completion      bigint,
    attempts        int          not null,
    max_attempts    int          not null,
    undo_attempts   int          not null,
    next_try_at     timestamp(6) with time zone,
    last_error      varchar      not null,
    unanswered      boolean      not null,
    -- JSON: a map of plain values
    data            varchar      not null,
    version         bigint       not null,
    primary key (tracking_number, name)
);

create index step_by_participant on process.step (participant, state);

create table process.timer (
    tracking_number uuid                        not null,
    timer_id        varchar(200)                not null,
    purpose         varchar                     not null,
    step            varchar                     not null,
    due_at          timestamp(6) with time zone not null,
    settled         boolean                     not null,
    version         bigint                      not null,
    primary key (tracking_number, timer_id)
);

create table process.awaited_signal (
    tracking_number uuid                        not null,
    step            varchar(120)                not null,
    signal          varchar                     not null,
    until_at        timestamp(6) with time zone not null,
    settled         boolean                     not null,
    -- JSON: a map of plain values
    offer           varchar                     not null,
    version         bigint                      not null,
    primary key (tracking_number, step)
);

create table process.incident (
    tracking_number uuid                        not null,
    incident_id     varchar(200)                not null,
    step            varchar                     not null,
    kind            varchar                     not null,
    message         varchar                     not null,
    opened_at       timestamp(6) with time zone not null,
    resolved_at     timestamp(6) with time zone,
    resolution      varchar,
    reason          varchar,
    version         bigint                      not null,
    primary key (tracking_number, incident_id)
);

create index incident_by_time on process.incident (opened_at, tracking_number, incident_id);

create table process.moment (
    event_id        varchar(100)                not null primary key,
    tracking_number uuid                        not null,
    -- of the event store
    position        bigint                      not null,
    recorded_at     timestamp(6) with time zone not null,
    event           varchar                     not null,
    step            varchar                     not null,
    sentence        varchar                     not null,
    acting_user     varchar                     not null
);

create index moment_by_slip on process.moment (tracking_number, position);
