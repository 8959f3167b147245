-- The processes that run a service at the moment, so that each takes its share of the work.
create table operations.instance (
    node    varchar(255) not null primary key,
    service varchar(255) not null,
    seen_at timestamp with time zone not null
);

-- The processors that an operator paused, in whichever process they run.
create table operations.paused_processor (
    processor_name varchar(255) not null primary key
);
