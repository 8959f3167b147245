-- Texts have no limits here: what is an event already must find its place.
create table workshop.customer (
    customer_id      uuid    not null primary key,
    name             varchar not null,
    telephone_number varchar not null,
    email_address    varchar not null,
    active           boolean not null,
    version          bigint  not null
);

create table workshop.vehicle (
    license_number varchar not null primary key,
    brand          varchar not null,
    type           varchar not null,
    owner_id       uuid    not null,
    registered     boolean not null,
    version        bigint  not null
);

create table workshop.job (
    job_id              uuid      not null primary key,
    planned_on          date      not null,
    license_number      varchar   not null,
    customer_id         uuid      not null,
    planned_start       timestamp not null,
    planned_end         timestamp not null,
    description         varchar   not null,
    status              varchar   not null,
    actual_start        timestamp,
    actual_end          timestamp,
    notes               varchar,
    cancellation_reason varchar,
    version             bigint    not null
);

create index job_planned_on on workshop.job (planned_on);
create index job_license_number on workshop.job (license_number);
