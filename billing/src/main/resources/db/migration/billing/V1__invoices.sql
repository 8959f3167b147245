-- Texts have no limits here: what is an event already must find its place.
create table billing.customer (
    customer_id uuid    not null primary key,
    name        varchar not null,
    address     varchar not null,
    postal_code varchar not null,
    city        varchar not null,
    version     bigint  not null
);

create table billing.part (
    sku        varchar        not null primary key,
    name       varchar        not null,
    unit_price numeric(19, 4) not null,
    currency   varchar(3)     not null,
    version    bigint         not null
);

create table billing.job (
    job_id         uuid    not null primary key,
    customer_id    uuid    not null,
    license_number varchar not null,
    description    varchar not null
);

create table billing.invoice (
    number             varchar(20)    not null primary key,
    -- of what a credit note takes back
    invoice_number     varchar(20),
    job_id             uuid           not null,
    customer_id        uuid           not null,
    issued_on          date           not null,
    -- a credit note is never due
    due_on             date,
    total              numeric(19, 2) not null,
    settlement         varchar(10)    not null,
    paid_on            date,
    payment_reference  varchar,
    credit_note_number varchar(20),
    -- everything that is printed, as JSON
    printed            varchar        not null,
    version            bigint         not null
);

create unique index invoice_by_credited on billing.invoice (invoice_number);
create index invoice_by_job on billing.invoice (job_id);
create index invoice_by_customer on billing.invoice (customer_id, number);
create index invoice_by_settlement on billing.invoice (settlement, number);

-- When billing began in this garage. No read model: it is not to be made anew.
create table billing.opening (
    opened_at timestamp with time zone not null
);

insert into billing.opening values (current_timestamp);
