create table process.customer (
    customer_id      uuid    not null primary key,
    name             varchar not null,
    address          varchar not null,
    postal_code      varchar not null,
    city             varchar not null,
    telephone_number varchar not null,
    -- in lower case
    email_address    varchar not null,
    active           boolean not null,
    version          bigint  not null
);

create index customer_by_email_address on process.customer (email_address);
