-- Neither of these is a read model: what was delivered is not to be delivered anew, and no event has a secret.
create table process.subscription (
    subscription_id uuid                        not null primary key,
    tracking_number uuid                        not null,
    url             varchar                     not null,
    -- names, parted by commas, none for all
    kinds           varchar                     not null,
    steps           varchar                     not null,
    secret          varchar                     not null,
    -- ACTIVE, PARKED or GONE
    status          varchar(10)                 not null,
    created_at      timestamp(6) with time zone not null,
    -- of what is to be delivered next
    attempts        integer                     not null,
    next_attempt_at timestamp(6) with time zone not null,
    -- until when a process that began to deliver is left alone
    claimed_until   timestamp(6) with time zone,
    last_error      varchar
);

create index subscription_by_slip on process.subscription (tracking_number);
create index subscription_to_tell on process.subscription (status, next_attempt_at);

create table process.webhook (
    webhook_id      uuid                        not null primary key,
    subscription_id uuid                        not null,
    -- of the event store
    position        bigint                      not null,
    body            varchar                     not null,
    written_at      timestamp(6) with time zone not null,
    -- null until it has arrived
    sent_at         timestamp(6) with time zone
);

create index webhook_to_deliver on process.webhook (subscription_id, sent_at, position);
