create table billing.payment (
    payment_id       uuid                        not null primary key,
    customer_id      uuid                        not null,
    -- empty when it pays no invoice
    invoice_number   varchar(20)                 not null,
    amount           numeric(19, 2)              not null,
    currency         varchar(3)                  not null,
    card             varchar(64)                 not null,
    status           varchar(20)                 not null,
    captured         numeric(19, 2)              not null,
    refunded         numeric(19, 2)              not null,
    decline_reason   varchar,
    confirmation_url varchar,
    requested_at     timestamp(6) with time zone not null,
    version          bigint                      not null
);

create index payment_by_time on billing.payment (requested_at, payment_id);
create index payment_by_invoice on billing.payment (invoice_number);
create index payment_by_customer on billing.payment (customer_id);
create index payment_by_status on billing.payment (status);

-- What the provider was asked, and what became of it.
create table billing.payment_step (
    request_key  varchar(120)                not null primary key,
    payment_id   uuid                        not null,
    step         varchar(20)                 not null,
    refund_id    uuid,
    amount       numeric(19, 2)              not null,
    status       varchar(20)                 not null,
    reason       varchar,
    requested_at timestamp(6) with time zone not null
);

create index payment_step_by_payment on billing.payment_step (payment_id);
create index payment_step_by_status on billing.payment_step (status, requested_at);

-- When the provider is asked about an open step, and who has begun to. No read model: a replay leaves it alone.
create table billing.payment_question (
    request_key varchar(120)                not null primary key,
    attempts    integer                     not null,
    due_at      timestamp(6) with time zone not null
);

-- What the simulated provider did, or was told never to do.
create table billing.simulated_order (
    idempotency_key varchar(120)   not null primary key,
    payment_id      uuid           not null,
    step            varchar(20)    not null,
    amount          numeric(19, 2) not null,
    currency        varchar(3)     not null,
    card            varchar(64)    not null,
    status          varchar(20)    not null,
    reason          varchar
);

create index simulated_order_by_payment on billing.simulated_order (payment_id);

create table billing.account (
    customer_id    uuid        not null primary key,
    plan           varchar(20) not null,
    payment_method varchar(20) not null,
    address        varchar     not null,
    postal_code    varchar     not null,
    city           varchar     not null,
    referral_code  varchar     not null,
    -- null while it is open
    closing_reason varchar,
    version        bigint      not null
);
